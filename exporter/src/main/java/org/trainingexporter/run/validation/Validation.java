package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;

/**
 * What rates a checkpoint: a validation or, of a run without one, a reward. What was not logged is
 * unknown.
 *
 * @param step the position of a log that counts steps
 * @param loss unknown where the log has the perplexity alone
 * @param trainingLoss the mean training loss since the validation before
 * @param reward unknown for a validation
 */
record Validation(
    double position,
    double step,
    double epoch,
    double loss,
    double perplexity,
    double trainingLoss,
    double reward) {
  static Validation ofReward(double position, double epoch, double reward) {
    return new Validation(position, UNKNOWN, epoch, UNKNOWN, UNKNOWN, UNKNOWN, reward);
  }

  /**
   * What they are ordered by, lower is better: the loss, the log of the perplexity, or the reward
   * below zero.
   */
  double score() {
    return firstKnown(loss, firstKnown(Math.log(perplexity), -reward));
  }
}
