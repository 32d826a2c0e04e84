package org.trainingexporter.plots.curve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.plots.point.PointSink;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.RunView;
import org.trainingexporter.watch.RunListener;

/**
 * Draws a run's curves while its records are applied: logged values as they are logged, means and
 * measured speeds as the state has them. A mean moves slowly and costs more than the rest of a
 * record, so that of a long run every tenth is drawn, and the newest.
 */
public final class CurveRecorder implements RunListener {
  private static final int MOST_ERRORS = 20;
  private static final long MEANS_OF_ALL = 4_096;
  private static final int MEANS_EVERY = 10;

  /** What a training record logs itself: a value that comes late is drawn at its own position. */
  private static final Set<Curve> LOGGED =
      EnumSet.of(
          Curve.LOSS,
          Curve.AUXILIARY_LOSS,
          Curve.LEARNING_RATE,
          Curve.GRADIENT_NORM,
          Curve.REWARD,
          Curve.EPISODE_LENGTH,
          Curve.ACCURACY);

  private final CurveSelection selection;
  private final CurveBuilder curves;
  private final HourCurves hours;
  private final Deque<LoggedError> errors = new ArrayDeque<>();
  private LogRecord record;

  /** Null until the first record. */
  private RunView run;

  private long trained;

  public CurveRecorder(CurveSelection selection) {
    this.selection = selection;
    this.curves = new CurveBuilder(selection.keys());
    this.hours = new HourCurves(curves);
  }

  /** Also adds new points to {@code to} from now on. */
  public void publishTo(PointSink to) {
    curves.publishTo(to);
  }

  @Override
  public void after(LogRecord newest, Applied applied, RunState state) {
    record = newest;
    run = state.view();
    curves.begin(applied);
    hours.begin(applied);
    if (newest.errorType() != null) {
      errors.addFirst(LoggedError.of(newest));
      if (errors.size() > MOST_ERRORS) {
        errors.removeLast();
      }
    }
    if (!selection.holds(curves.position())) {
      return;
    }
    if (!selection.isStandard()) {
      values();
      return;
    }
    if (applied.isTraining()) {
      trained++;
      train();
    } else {
      hours.drawSettled(run.hours());
      if (newest.isLate()) {
        LOGGED.forEach(this::raw);
      }
    }
    validation();
  }

  @Override
  public void supplemented(LogRecord ofDocument, RunState state) {
    record = ofDocument;
    run = state.view();
    curves.moveTo(record.value(Signal.POSITION), record.time());
    if (selection.isStandard() && selection.holds(curves.position())) {
      for (Curve curve : Curve.all()) {
        if (curve.isLogged() && !run.isInLeadingLogs(curve.signal)) {
          raw(curve);
        }
      }
    }
  }

  private void train() {
    raw(Curve.AUXILIARY_LOSS);
    raw(Curve.LEARNING_RATE);
    raw(Curve.ACCURACY);
    if (raw(Curve.LOSS)) {
      mean(Curve.LOSS_SMOOTHED);
    }
    if (raw(Curve.GRADIENT_NORM)) {
      mean(Curve.GRADIENT_NORM_SMOOTHED);
    }
    if (raw(Curve.REWARD)) {
      mean(Curve.REWARD_SMOOTHED);
    }
    raw(Curve.EPISODE_LENGTH);
    if (run.countsSteps()) {
      raw(Curve.EPOCH);
    }
    speed();
    hours.draw(run.hours(), isDrawn());
  }

  private void speed() {
    if (!run.isRead(Signal.STEPS_PER_SECOND) || run.reads(record, Signal.STEPS_PER_SECOND)) {
      draw(Curve.STEPS_PER_SECOND, run.newest(Signal.STEPS_PER_SECOND));
      mean(Curve.STEPS_PER_SECOND_SMOOTHED);
    }
    if (!run.isRead(Signal.ETA)) {
      mean(Curve.ETA_SECONDS);
    } else {
      raw(Curve.ETA_SECONDS);
    }
    boolean counts = record.has(Signal.TOKENS) || record.has(Signal.STEP_TOKENS);
    if (counts) {
      draw(Curve.TOKENS, run.newest(Signal.TOKENS));
    }
    if (run.isRead(Signal.TOKENS_PER_SECOND)) {
      raw(Curve.TOKENS_PER_SECOND);
    } else if (counts) {
      draw(Curve.TOKENS_PER_SECOND, run.newest(Signal.TOKENS_PER_SECOND));
    }
  }

  private void validation() {
    boolean hasLoss = raw(Curve.VALIDATION_LOSS);
    if (!raw(Curve.VALIDATION_PERPLEXITY) && hasLoss) {
      double implied = Math.exp(record.value(Signal.VALIDATION_LOSS));
      draw(Curve.VALIDATION_PERPLEXITY, Unknown.ifFinite(implied));
    }
    raw(Curve.VALIDATION_ACCURACY);
  }

  private void values() {
    for (int i = 0; i < record.size(); i++) {
      if (run.isValue(record.field(i))) {
        curves.draw(record.field(i).name, record.field(i).unit.fromBase(record.value(i)));
      }
    }
  }

  /** Draws what the record holds, NaN too; false where it holds nothing. */
  private boolean raw(Curve curve) {
    boolean holds = run.reads(record, curve.signal);
    if (holds) {
      curves.draw(curve, record.value(curve.signal));
    }
    return holds;
  }

  private void draw(Curve curve, double value) {
    if (Unknown.isKnown(value)) {
      curves.draw(curve, value);
    }
  }

  private boolean isDrawn() {
    return trained <= MEANS_OF_ALL || trained % MEANS_EVERY == 0;
  }

  private void mean(Curve curve) {
    if (isDrawn()) {
      draw(curve, ofState(curve));
    } else {
      curves.skip(curve, curves.hasSubscribers() ? ofState(curve) : Unknown.UNKNOWN);
    }
  }

  /** What the state has of a curve that follows from many records; of the others unknown. */
  private double ofState(Curve curve) {
    if (curve == Curve.ETA_SECONDS) {
      return run.secondsLeft();
    }
    if (curve.kind != null) {
      return run.hours().seconds(curve.kind);
    }
    return curve.isLogged() ? Unknown.UNKNOWN : run.mean(curve.signal);
  }

  /** The points of a curve, up to its newest value. */
  public DownsampledSeries points(Curve curve) {
    boolean goesOn = run != null && selection.isWhole();
    return curves.points(curve, goesOn ? ofState(curve) : Unknown.UNKNOWN);
  }

  /** The same of an other value; null for a key that is not kept. */
  public DownsampledSeries points(String key) {
    return curves.points(key);
  }

  /**
   * Whether the run has the curve: a perplexity that follows from a loss only where that is of a
   * language model, hours only once there are some.
   */
  public boolean has(Curve curve, String writer) {
    if (!curves.has(curve)) {
      return false;
    }
    boolean fits = curve != Curve.VALIDATION_PERPLEXITY || run.trainsLanguageModel(writer);
    boolean passed = curve.kind == null || HourCurves.isKnown(run.hours());
    return fits && passed;
  }

  /** What the log writes for a value of 1 of a curve: 100 where it is in percent, else 1. */
  public double scale(Curve curve) {
    return curve.signal == null ? 1 : run.scale(curve.signal);
  }

  /** Newest first. */
  public List<LoggedError> errors() {
    return List.copyOf(errors);
  }
}
