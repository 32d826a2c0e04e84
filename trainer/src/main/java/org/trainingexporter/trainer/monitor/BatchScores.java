package org.trainingexporter.trainer.monitor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.types.DataType;
import ai.djl.training.Trainer;

/**
 * Loss and accuracy of the predictions for a batch.
 *
 * @param accuracy 0 to 1; NaN if the labels are no classes
 * @param size number of examples
 */
record BatchScores(double loss, double accuracy, int size) {

  static BatchScores of(Trainer trainer, NDList labels, NDList predictions) {
    NDArray predicted = predictions.head();
    NDArray loss = trainer.getLoss().evaluate(labels, predictions); // freed with the batch
    return new BatchScores(loss.getFloat(), accuracy(labels.head(), predicted), size(labels));
  }

  private static int size(NDList labels) {
    return (int) labels.head().getShape().get(0);
  }

  private static double accuracy(NDArray labels, NDArray predicted) {
    if (predicted.getShape().dimension() != 2 || labels.getDataType() != DataType.INT64) {
      return Double.NaN;
    }
    float[] scores = predicted.toFloatArray();
    long[] classes = labels.toLongArray();
    if (classes.length != predicted.getShape().get(0)) {
      return Double.NaN;
    }
    int width = scores.length / classes.length;
    int right = 0;
    for (int i = 0; i < classes.length; i++) {
      int best = 0;
      for (int j = 1; j < width; j++) {
        best = scores[i * width + j] > scores[i * width + best] ? j : best;
      }
      right += best == classes[i] ? 1 : 0;
    }
    return (double) right / classes.length;
  }
}
