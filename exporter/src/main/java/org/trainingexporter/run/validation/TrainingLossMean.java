package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/**
 * The mean training loss of the records between two validations: what a validation loss compares
 * with.
 */
final class TrainingLossMean {
  private double sum;
  private long count;
  private double newest = UNKNOWN;

  /** Adds a training record's loss. */
  void add(double loss) {
    if (Double.isFinite(loss)) {
      sum += loss;
      count++;
    }
  }

  /**
   * A validation came.
   *
   * @return the mean since the one before, or that one's mean where nothing was trained since
   */
  double validate() {
    if (count > 0) {
      newest = sum / count;
      sum = 0;
      count = 0;
    }
    return newest;
  }

  /** Drops the past: the training went back or began again. */
  void restart() {
    sum = 0;
    count = 0;
    newest = UNKNOWN;
  }
}
