package org.trainingexporter.trainer.training;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.training.loss.Loss;

/**
 * Softmax and mean cross-entropy, as DJL's own in a third of its operations. Asked again about the
 * newest predictions, as listeners do, it answers with what it found before.
 */
final class CrossEntropy extends Loss {
  private NDList newest;
  private NDArray loss;

  CrossEntropy() {
    super("CrossEntropy");
  }

  /**
   * @param labels the class of each example
   * @param predictions logits, a row an example
   */
  @Override
  @SuppressWarnings("ReferenceEquality") // equal ones may come of other weights
  public NDArray evaluate(NDList labels, NDList predictions) {
    if (predictions != newest) {
      NDArray logits = predictions.head();
      loss = logits.logSoftmax(1).mul(shares(labels.head(), logits)).sum();
      newest = predictions;
    }
    return loss;
  }

  /** What each logarithm counts: nothing, or the share of an example at its class. */
  private static NDArray shares(NDArray labels, NDArray logits) {
    long[] classes = labels.toLongArray();
    int width = (int) logits.getShape().get(1);
    float[] shares = new float[classes.length * width];
    for (int i = 0; i < classes.length; i++) {
      shares[i * width + (int) classes[i]] = -1f / classes.length;
    }
    return labels.getManager().create(shares, logits.getShape());
  }
}
