package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.ifFinite;
import static org.trainingexporter.event.Unknown.isUnknown;

/**
 * What is shown of one validation; each may be unknown.
 *
 * @param trainingLoss the mean training loss of the records since the validation before
 */
public record ValidationResult(
    double loss, double perplexity, double step, double epoch, double trainingLoss) {
  private static final ValidationResult NONE =
      new ValidationResult(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /**
   * The same of a language model, whose perplexity follows from the loss where it is not logged.
   */
  public ValidationResult ofLanguageModel() {
    return isUnknown(perplexity)
        ? new ValidationResult(loss, ifFinite(Math.exp(loss)), step, epoch, trainingLoss)
        : this;
  }

  /** Null gives unknowns. */
  static ValidationResult of(Validation v) {
    return v == null
        ? NONE
        : new ValidationResult(v.loss(), v.perplexity(), v.step(), v.epoch(), v.trainingLoss());
  }
}
