package org.trainingexporter.run.validation;

/** One evaluation. */
public record ValidationResult(double loss, double perplexity, double step, double epoch) {
  private static final ValidationResult NONE =
      new ValidationResult(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

  /** Null gives unknowns. */
  static ValidationResult of(ValidationHistory.Validation v) {
    return v == null ? NONE : new ValidationResult(v.loss(), v.perplexity(), v.step(), v.epoch());
  }
}
