package org.trainingexporter.run.validation;

/** A checkpoint and the evaluation that speaks of it. */
public record EvaluatedCheckpoint(
    String name,
    double step,
    double saved,
    double bytes,
    double loss,
    double perplexity,
    boolean best) {
  static EvaluatedCheckpoint of(Checkpoint c, ValidationHistory.Validation v, boolean best) {
    ValidationResult e = ValidationResult.of(v);
    double bytes = c.bytes();
    return new EvaluatedCheckpoint(
        c.name(), c.step(), c.saved(), bytes, e.loss(), e.perplexity(), best);
  }
}
