package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.ifFinite;
import static org.trainingexporter.event.Unknown.isUnknown;

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
  /** The same of a language model: see {@link ValidationResult#ofLanguageModel}. */
  public EvaluatedCheckpoint ofLanguageModel() {
    double known = isUnknown(perplexity) ? ifFinite(Math.exp(loss)) : perplexity;
    return new EvaluatedCheckpoint(name, step, saved, bytes, loss, known, best);
  }

  static EvaluatedCheckpoint of(Checkpoint c, Validation v, boolean best) {
    ValidationResult result = ValidationResult.of(v);
    double bytes = c.bytes();
    return new EvaluatedCheckpoint(
        c.name(), c.step(), c.saved(), bytes, result.loss(), result.perplexity(), best);
  }
}
