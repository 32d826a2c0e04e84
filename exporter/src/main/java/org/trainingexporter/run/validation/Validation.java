package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.firstKnown;

/**
 * One validation of a run; what was not logged is unknown.
 *
 * @param step the position of a log that counts steps
 * @param loss unknown where the log has the perplexity alone
 */
record Validation(double position, double step, double epoch, double loss, double perplexity) {
  /** What validations are ordered by, lower is better: the loss, or the log of the perplexity. */
  double score() {
    return firstKnown(loss, Math.log(perplexity));
  }
}
