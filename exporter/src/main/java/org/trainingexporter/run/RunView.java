package org.trainingexporter.run;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.run.goodput.BookedTime;
import org.trainingexporter.run.layer.LayersSnapshot;
import org.trainingexporter.run.position.PositionTracker;
import org.trainingexporter.run.validation.LanguageModels;

/**
 * Single values of a run, cheap enough to ask for after each of a million records, where a {@link
 * RunSnapshot} is not. For the thread that applies the records; unknown is NaN.
 */
public final class RunView {
  private final KeyRegistry fields;
  private final PositionTracker position;
  private final RecordRouter router;
  private final RunKeepers keepers;

  RunView(KeyRegistry fields, PositionTracker position, RecordRouter router, RunKeepers keepers) {
    this.fields = fields;
    this.position = position;
    this.router = router;
    this.keepers = keepers;
  }

  /** Whether positions are steps, else they are epochs. */
  public boolean countsSteps() {
    return position.countsSteps();
  }

  /** Whether the record holds the signal under the alias that the run reads it by. */
  public boolean reads(LogRecord record, Signal signal) {
    return fields.isRead(signal, record.rank(signal));
  }

  /** Whether the run reads the signal, by any alias. */
  public boolean isRead(Signal signal) {
    return fields.rankRead(signal) != KeyRegistry.UNREAD;
  }

  /** Whether the leading logs have the signal, so that a document beside them adds nothing. */
  public boolean isInLeadingLogs(Signal signal) {
    return router.isLogged(signal);
  }

  /** Whether the field is shown as an other value. */
  public boolean isValue(Field field) {
    boolean isOther = field.signal.isAlsoValue() || fields.isValue(field);
    return isOther && keepsValue(field);
  }

  /** Whether the field's key is among the other values that are kept. */
  public boolean keepsValue(Field field) {
    return keepers.values().keeps(field);
  }

  /** The newest value of a signal that is kept; a speed that is not logged is measured. */
  public double newest(Signal signal) {
    return keepers.signals().newest(signal);
  }

  /** The mean of a signal's newest values, of those that have one. */
  public double mean(Signal signal) {
    return keepers.signals().mean(signal);
  }

  /** Where the hours went. */
  public BookedTime hours() {
    return keepers.goodput();
  }

  /** Seconds until the plan is reached at the mean speed. */
  public double secondsLeft() {
    return keepers.schedule().secondsLeft(position.step(), mean(Signal.STEPS_PER_SECOND));
  }

  /** The newest histogram of a layer's tensor, on bins that stay; null where none was logged. */
  public LayersSnapshot.BinnedHistogram histogram(String layer, Tensor tensor) {
    return keepers.layers().histogram(layer, tensor);
  }

  /** Whether the run trains a language model, of logs of that writer. */
  public boolean trainsLanguageModel(String writer) {
    return LanguageModels.trains(writer, fields.all());
  }

  /** What the log writes for a value of 1: 100 where it logs an accuracy in percent, else 1. */
  public double scale(Signal signal) {
    return keepers.signals().scale(signal);
  }
}
