package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.ifFinite;
import static org.trainingexporter.event.Unknown.isUnknown;

/**
 * A checkpoint and what rates it: the newest validation at or before its step and after the
 * checkpoint before it or, of a run without validation loss, the newest such reward. What is not
 * known of these is unknown.
 */
public record EvaluatedCheckpoint(
    String name,
    double step,
    double saved,
    double bytes,
    double loss,
    double perplexity,
    double reward,
    boolean best) {
  /** The same of a language model: see {@link ValidationResult#ofLanguageModel}. */
  public EvaluatedCheckpoint ofLanguageModel() {
    double known = isUnknown(perplexity) ? ifFinite(Math.exp(loss)) : perplexity;
    return new EvaluatedCheckpoint(name, step, saved, bytes, loss, known, reward, best);
  }

  static EvaluatedCheckpoint of(Checkpoint c, Validation v, boolean best) {
    ValidationResult result = ValidationResult.of(v);
    double reward = v == null ? UNKNOWN : v.reward();
    double bytes = c.bytes();
    return new EvaluatedCheckpoint(
        c.name(), c.step(), c.saved(), bytes, result.loss(), result.perplexity(), reward, best);
  }
}
