package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.ifFinite;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.event.EventLog.EventType;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Joins what one record says of a validation, adds it to the run's {@link ValidationHistory} and
 * makes its events. For each record call {@link #begin}, hand in its values, and where it is a
 * validation call {@link #end}.
 */
public final class ValidationRecorder {
  private final EventLog events;
  private final ValidationHistory history = new ValidationHistory();

  // Of the record that was begun:
  private double loss;
  private double perplexity;
  private boolean hasAccuracy;

  /** Position of the newest accuracy, where no training record came since; else unknown. */
  private double accuracyAt = UNKNOWN;

  private long count;

  public ValidationRecorder(EventLog events) {
    this.events = events;
  }

  /** Begins a record of any kind. */
  public void begin() {
    loss = UNKNOWN;
    perplexity = UNKNOWN;
    hasAccuracy = false;
  }

  public void loss(double value) {
    loss = ifFinite(value);
  }

  public void perplexity(double value) {
    perplexity = ifFinite(value);
  }

  /** The record has an accuracy of the validation. */
  public void accuracy() {
    hasAccuracy = true;
  }

  /**
   * Ends a record that was a validation.
   *
   * @return the loss, or the one that the perplexity stands for; unknown where it has neither
   */
  public double end(RecordPosition at, double epoch) {
    count++;
    accuracyAt = hasAccuracy ? at.position() : accuracyAt;
    if (isUnknown(loss) && isUnknown(perplexity)) {
      events.add(EventType.VALIDATION, at.time(), at.step(), "validation");
      return UNKNOWN;
    }
    Validation validation =
        new Validation(at.position(), at.step(), epoch, loss, perplexity, UNKNOWN);
    boolean best = history.add(validation);
    events.add(EventType.VALIDATION, at.time(), at.step(), words("validation", validation));
    if (best) {
      events.add(EventType.BEST, at.time(), at.step(), words("best validation", validation));
    }
    return validation.score();
  }

  private static String words(String what, Validation v) {
    return isUnknown(v.loss())
        ? String.format(Locale.ROOT, "%s perplexity %.5g", what, v.perplexity())
        : String.format(Locale.ROOT, "%s loss %.5g", what, v.loss());
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.VALIDATION_LOSS || signal == Signal.VALIDATION_PERPLEXITY) {
      history.clear();
    }
  }

  /** A training record came: a new attempt that begins later has no validation of before it. */
  public void trained() {
    history.trained();
    accuracyAt = UNKNOWN;
  }

  /** The attempt went back to that position. */
  public void rewind(double to) {
    history.rewind(to);
  }

  /**
   * A new attempt begins at that position.
   *
   * @return the signals whose newest value belongs to it: a validation just before it may be its
   *     own
   */
  public Set<Signal> restart(double at) {
    history.restart(at);
    Set<Signal> own = EnumSet.noneOf(Signal.class);
    if (history.newest() != null) {
      own.add(Signal.VALIDATION_LOSS);
    }
    if (accuracyAt <= at) {
      own.add(Signal.VALIDATION_ACCURACY);
    }
    return own;
  }

  public ValidationHistory history() {
    return history;
  }

  /** How many validations the run had, of all attempts. */
  public long count() {
    return count;
  }

  public ValidationSnapshot snapshot() {
    return new ValidationSnapshot(
        ValidationResult.of(history.newest()), ValidationResult.of(history.best()));
  }
}
