package org.trainingexporter.run;

import java.util.Locale;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Signal;
import org.trainingexporter.run.Validations.Validation;

/** Gathers what one record says of an evaluation, and keeps the run's evaluations. */
final class Evaluations {
  private final Events events;
  private final Validations validations = new Validations();
  private final Accuracy accuracy = new Accuracy();
  private double loss;
  private double perplexity;
  private boolean rated;

  /** Position of the newest accuracy, where it came since the last training record. */
  private double ratedAt = Double.NaN;

  private long count;

  Evaluations(Events events) {
    this.events = events;
  }

  void begin() {
    loss = Double.NaN;
    perplexity = Double.NaN;
    rated = false;
  }

  /** A value under the spelling that its signal is read by. */
  void add(Field field, double value) {
    switch (field.signal) {
      case VALIDATION_LOSS -> loss = Double.isFinite(value) ? value : Double.NaN;
      case VALIDATION_PERPLEXITY -> perplexity = Double.isFinite(value) ? value : Double.NaN;
      case VALIDATION_ACCURACY -> {
        accuracy.add(field, value);
        rated = true;
      }
      default -> {}
    }
  }

  /**
   * The record that was begun is over, and it was an evaluation.
   *
   * @return its loss, or the one that its perplexity stands for; NaN where it tells neither
   */
  double end(Moment at, double epoch) {
    count++;
    ratedAt = rated ? at.position() : ratedAt;
    if (Double.isNaN(perplexity)) {
      double implied = Math.exp(loss);
      perplexity = Double.isFinite(implied) ? implied : Double.NaN;
    }
    if (Double.isNaN(loss) && Double.isNaN(perplexity)) {
      events.add(Events.Type.VALIDATION, at.time(), at.step(), "validation");
      return Double.NaN;
    }
    Validation found = new Validation(at.position(), at.step(), epoch, loss, perplexity);
    boolean best = validations.add(found);
    events.add(Events.Type.VALIDATION, at.time(), at.step(), words("validation", found));
    if (best) {
      events.add(Events.Type.BEST, at.time(), at.step(), words("best validation", found));
    }
    return found.score();
  }

  private static String words(String what, Validation v) {
    return Double.isNaN(v.loss())
        ? String.format(Locale.ROOT, "%s perplexity %.5g", what, v.perplexity())
        : String.format(Locale.ROOT, "%s loss %.5g", what, v.loss());
  }

  /** The signal is read by another spelling from now on. */
  void forget(Signal signal) {
    if (signal == Signal.VALIDATION_LOSS || signal == Signal.VALIDATION_PERPLEXITY) {
      validations.clear();
    }
  }

  /** A training record came: evaluations before it belong to its past. */
  void trained() {
    validations.trained();
    ratedAt = Double.NaN;
  }

  /** A new attempt begins at that position; evaluations just before it may be its own. */
  void restart(double at) {
    validations.restart(at);
    if (!(ratedAt <= at)) {
      accuracy.restart();
    }
  }

  Validations all() {
    return validations;
  }

  long count() {
    return count;
  }

  Accuracy accuracy() {
    return accuracy;
  }

  RunSnapshot.Validation snapshot() {
    return new RunSnapshot.Validation(
        RunSnapshot.Evaluation.of(validations.newest()),
        RunSnapshot.Evaluation.of(validations.best()),
        accuracy.ratio());
  }
}
