package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.ifFinite;
import static org.trainingexporter.event.Unknown.isKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
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
  private final TrainingLossMean training = new TrainingLossMean();

  // Of the record that was begun:
  private double loss;
  private double perplexity;
  private double accuracy;
  private double trainingLoss;

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
    accuracy = UNKNOWN;
    trainingLoss = UNKNOWN;
  }

  public void loss(double value) {
    loss = ifFinite(value);
  }

  public void perplexity(double value) {
    perplexity = ifFinite(value);
  }

  /** The record has an accuracy of the validation, a ratio or in percent as it is logged. */
  public void accuracy(double value) {
    accuracy = ifFinite(value);
  }

  /** Adds a training record's loss. */
  public void trainingLoss(double value) {
    training.add(value);
  }

  /**
   * Ends a record that was a validation.
   *
   * @return the loss, or the one that the perplexity stands for; unknown where it has neither
   */
  public double end(RecordPosition at, double epoch) {
    boolean hasLoss = isKnown(loss) || isKnown(perplexity);
    trainingLoss = hasLoss ? training.validate() : UNKNOWN;
    return add(at, epoch);
  }

  /**
   * The same of a document beside the leading logs: it says all at once, so that nothing is known
   * of the training before each validation.
   */
  public void endOfDocument(RecordPosition at, double epoch) {
    add(at, epoch);
  }

  private double add(RecordPosition at, double epoch) {
    count++;
    accuracyAt = isKnown(accuracy) ? at.position() : accuracyAt;
    events.add(EventType.VALIDATION, at.time(), at.step(), "validation" + words());
    if (isUnknown(loss) && isUnknown(perplexity)) {
      return UNKNOWN;
    }
    Validation validation =
        new Validation(at.position(), at.step(), epoch, loss, perplexity, trainingLoss, UNKNOWN);
    if (history.add(validation)) {
      events.add(EventType.BEST, at.time(), at.step(), "best validation" + words());
    }
    return validation.score();
  }

  /** The mean training loss since the validation before the one that was ended; may be unknown. */
  public double trainingLoss() {
    return trainingLoss;
  }

  private String words() {
    List<String> known = new ArrayList<>();
    if (isKnown(loss)) {
      known.add(String.format(Locale.ROOT, "loss %.5g", loss));
    }
    if (isKnown(perplexity)) {
      known.add(String.format(Locale.ROOT, "perplexity %.5g", perplexity));
    }
    if (isKnown(accuracy)) {
      known.add(String.format(Locale.ROOT, "accuracy %.5g", accuracy));
    }
    return known.isEmpty() ? "" : " " + String.join(", ", known);
  }

  /** The signal is read by another alias from now on. */
  public void reset(Signal signal) {
    if (signal == Signal.VALIDATION_LOSS || signal == Signal.VALIDATION_PERPLEXITY) {
      history.clear();
    }
    if (signal == Signal.VALIDATION_LOSS || signal == Signal.LOSS) {
      training.restart();
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
    training.restart();
  }

  /**
   * A new attempt begins at that position.
   *
   * @return the signals whose newest value belongs to it: a validation just before it may be its
   *     own
   */
  public Set<Signal> restart(double at) {
    history.restart(at);
    training.restart();
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
