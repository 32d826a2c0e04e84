package org.trainingexporter.run.validation;

import java.util.Locale;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.signal.Accuracy;
import org.trainingexporter.run.validation.ValidationHistory.Validation;

/** Gathers what one record says of an evaluation, and keeps the run's evaluations. */
public final class ValidationRecorder {
  private final EventLog events;
  private final ValidationHistory validations = new ValidationHistory();
  private final Accuracy accuracy = new Accuracy();
  private double loss;
  private double perplexity;
  private boolean rated;

  /** Position of the newest accuracy, where it came since the last training record. */
  private double ratedAt = Double.NaN;

  private long count;

  public ValidationRecorder(EventLog events) {
    this.events = events;
  }

  public void begin() {
    loss = Double.NaN;
    perplexity = Double.NaN;
    rated = false;
  }

  /** A value under the alias that its signal is read by. */
  public void add(Field field, double value) {
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
  public double end(RecordPosition at, double epoch) {
    count++;
    ratedAt = rated ? at.position() : ratedAt;
    if (Double.isNaN(perplexity)) {
      double implied = Math.exp(loss);
      perplexity = Double.isFinite(implied) ? implied : Double.NaN;
    }
    if (Double.isNaN(loss) && Double.isNaN(perplexity)) {
      events.add(EventLog.EventType.VALIDATION, at.time(), at.step(), "validation");
      return Double.NaN;
    }
    Validation found = new Validation(at.position(), at.step(), epoch, loss, perplexity);
    boolean best = validations.add(found);
    events.add(EventLog.EventType.VALIDATION, at.time(), at.step(), words("validation", found));
    if (best) {
      events.add(EventLog.EventType.BEST, at.time(), at.step(), words("best validation", found));
    }
    return found.score();
  }

  private static String words(String what, Validation v) {
    return Double.isNaN(v.loss())
        ? String.format(Locale.ROOT, "%s perplexity %.5g", what, v.perplexity())
        : String.format(Locale.ROOT, "%s loss %.5g", what, v.loss());
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.VALIDATION_LOSS || signal == Signal.VALIDATION_PERPLEXITY) {
      validations.clear();
    } else if (signal == Signal.VALIDATION_ACCURACY) {
      accuracy.restart();
    }
  }

  /** A training record came: evaluations before it belong to its past. */
  public void trained() {
    validations.trained();
    ratedAt = Double.NaN;
  }

  /** A new attempt begins at that position; evaluations just before it may be its own. */
  public void restart(double at) {
    validations.restart(at);
    if (!(ratedAt <= at)) {
      accuracy.restart();
    }
  }

  public ValidationHistory all() {
    return validations;
  }

  public long count() {
    return count;
  }

  public Accuracy accuracy() {
    return accuracy;
  }

  public ValidationSnapshot snapshot() {
    return new ValidationSnapshot(
        ValidationResult.of(validations.newest()),
        ValidationResult.of(validations.best()),
        accuracy.ratio());
  }
}
