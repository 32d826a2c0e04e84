package org.trainingexporter.run;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.run.layer.LayersSnapshot;

/**
 * What may be asked of a run's state after each of a million records: single figures, none of which
 * costs a snapshot. Unknown is NaN. For the thread that applies the records.
 */
public final class RunMetricsView {
  private final RunState state;

  RunMetricsView(RunState state) {
    this.state = state;
  }

  /** Whether the run is placed by a counter of steps, else by its epochs. */
  public boolean countsSteps() {
    return state.counted;
  }

  /** Where the newest record stands. */
  public double place() {
    return state.place;
  }

  public long rewinds() {
    return state.rewinds;
  }

  public long restarts() {
    return state.restarts;
  }

  /** Whether the record holds the signal under the alias that the run is read by. */
  public boolean reads(LogRecord record, Signal signal) {
    return state.fields.isRead(signal, record.rank(signal));
  }

  /** Tells one alias of a signal from another; falls when a better one takes its place. */
  public int alias(Signal signal) {
    return state.fields.rankRead(signal);
  }

  /** How often the signal's alias turned out to be none of it: then its past counts no more. */
  public int losses(Signal signal) {
    return state.fields.losses(signal);
  }

  /** Whether the leading logs tell the signal, so that a document beside them adds nothing. */
  public boolean isTold(Signal signal) {
    return state.readings.hasTold(signal);
  }

  /** Whether the field is shown as a plain value. */
  public boolean isValue(Field field) {
    boolean alsoValue = field.signal.isAlsoValue();
    return (alsoValue || state.fields.isValue(field)) && state.readings.values.keeps(field);
  }

  public double meanLoss() {
    return state.readings.signals.meanLoss();
  }

  public double meanGradientNorm() {
    return state.readings.signals.meanGradientNorm();
  }

  public double stepsPerSecond() {
    return state.readings.signals.stepsPerSecond(state.pace);
  }

  public double meanStepsPerSecond() {
    return state.readings.signals.meanStepsPerSecond(state.pace);
  }

  public double tokensPerSecond() {
    return state.readings.signals.tokensPerSecond(state.readings.tokenPace);
  }

  /** Seconds until the plan is reached by the mean speed. */
  public double eta() {
    return RunSnapshot.eta(
        state.readings.schedule.plannedSteps(),
        state.counted ? state.progress.position() : Double.NaN,
        meanStepsPerSecond());
  }

  /** The newest histogram of a layer's tensor, on bins that stay; null where none was logged. */
  public LayersSnapshot.BinnedHistogram histogram(String layer, Tensor tensor) {
    return state.readings.layers.histogram(layer, tensor);
  }

  /** What an accuracy is logged as parts of: 100 where it is in percent, else 1. */
  public double wholeAccuracy() {
    return state.readings.signals.accuracy().whole();
  }

  /** The same for evaluations. */
  public double wholeValidationAccuracy() {
    return state.readings.evaluations.accuracy().whole();
  }
}
