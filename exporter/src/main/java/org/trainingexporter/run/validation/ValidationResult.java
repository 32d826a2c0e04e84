package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/** What is shown of one validation; each may be unknown. */
public record ValidationResult(double loss, double perplexity, double step, double epoch) {
  private static final ValidationResult NONE =
      new ValidationResult(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Null gives unknowns. */
  static ValidationResult of(Validation v) {
    return v == null ? NONE : new ValidationResult(v.loss(), v.perplexity(), v.step(), v.epoch());
  }
}
