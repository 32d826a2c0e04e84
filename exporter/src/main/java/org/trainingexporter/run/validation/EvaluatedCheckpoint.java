package org.trainingexporter.run.validation;

/**
 * A checkpoint and the validation that rates it: the newest one at or before its step and after the
 * checkpoint before it. Loss and perplexity are unknown where there is none.
 */
public record EvaluatedCheckpoint(
    String name,
    double step,
    double saved,
    double bytes,
    double loss,
    double perplexity,
    boolean best) {
  static EvaluatedCheckpoint of(Checkpoint c, Validation v, boolean best) {
    ValidationResult result = ValidationResult.of(v);
    double bytes = c.bytes();
    return new EvaluatedCheckpoint(
        c.name(), c.step(), c.saved(), bytes, result.loss(), result.perplexity(), best);
  }
}
