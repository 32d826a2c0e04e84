package org.trainingexporter.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/**
 * Mean cross-entropy of a softmax, in a third of the operations of DJL's own. Keeps the loss of the
 * latest predictions, since listeners ask for it again.
 */
final class CrossEntropy extends Loss {
  private NDList latest;
  private NDArray loss;

  CrossEntropy() {
    super("CrossEntropy");
  }

  /**
   * @param labels the class of each example
   * @param predictions logits, one row for each example
   */
  @Override
  @SuppressWarnings("ReferenceEquality") // equal predictions can come from other weights
  public NDArray evaluate(NDList labels, NDList predictions) {
    if (predictions != latest) {
      NDArray logits = predictions.head();
      loss = logits.logSoftmax(1).mul(weights(labels.head(), logits)).sum();
      latest = predictions;
    }
    return loss;
  }

  /** The weight of each logarithm: -1/n at the class of an example, else 0. */
  private static NDArray weights(NDArray labels, NDArray logits) {
    long[] classes = labels.toLongArray();
    int width = (int) logits.getShape().get(1);
    float[] weights = new float[classes.length * width];
    for (int i = 0; i < classes.length; i++) {
      weights[i * width + (int) classes[i]] = -1f / classes.length;
    }
    return labels.getManager().create(weights, logits.getShape());
  }
}
