package org.trainingexporter.plots.curve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunMetricsView;
import org.trainingexporter.run.RunState;
import org.trainingexporter.watch.RunListener;

/**
 * Draws a run's curves while its records are applied: what the records hold as they hold it, means
 * and measured speeds as the state has them. A mean moves slowly and costs more than the rest of a
 * record, so that of a long run every tenth is drawn, and the newest.
 */
public final class CurveRecorder implements RunListener {
  private static final int MOST_ERRORS = 20;
  private static final long MEANS_OF_ALL = 4_096;
  private static final int MEANS_EVERY = 10;

  private final CurveSelection selection;
  private final CurveBuilder sheet;
  private final RecordEffects turns = new RecordEffects();
  private final Deque<LoggedError> errors = new ArrayDeque<>();
  private LogRecord record;
  private RunMetricsView figures;
  private long trained;

  public CurveRecorder(CurveSelection selection) {
    this.selection = selection;
    this.sheet = new CurveBuilder(selection.keys());
  }

  /** From now on new points are told as well. */
  public void publishTo(PendingPoints to) {
    sheet.publishTo(to);
  }

  @Override
  public void after(LogRecord applied, RunState state) {
    record(applied, state.figures(), state.figures().place());
    boolean trains = applied.kind() == RecordKind.TRAIN;
    turns.detect(figures, trains, sheet);
    if (applied.errorType() != null) {
      errors.addFirst(LoggedError.of(applied));
      if (errors.size() > MOST_ERRORS) {
        errors.removeLast();
      }
    }
    if (!selection.holds(sheet.position())) {
      return;
    }
    if (!selection.isStandard()) {
      values();
      return;
    }
    if (trains) {
      trained++;
      train();
    }
    validation();
  }

  @Override
  public void supplemented(LogRecord applied, RunState state) {
    record(applied, state.figures(), applied.value(Signal.POSITION));
    if (selection.isStandard() && selection.holds(sheet.position())) {
      for (Curve curve : Curve.all()) {
        if (!curve.isMean() && !figures.isTold(curve.signal)) {
          raw(curve);
        }
      }
    }
  }

  private void record(LogRecord applied, RunMetricsView now, double place) {
    record = applied;
    figures = now;
    sheet.move(place, applied.time());
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
    if (figures.countsSteps()) {
      raw(Curve.EPOCH);
    }
    speed();
  }

  private void speed() {
    if (!isLogged(Signal.STEPS_PER_SECOND) || figures.reads(record, Signal.STEPS_PER_SECOND)) {
      draw(Curve.STEPS_PER_SECOND, figures.stepsPerSecond());
      mean(Curve.STEPS_PER_SECOND_SMOOTHED);
    }
    if (!isLogged(Signal.ETA)) {
      mean(Curve.ETA_SECONDS);
    } else {
      raw(Curve.ETA_SECONDS);
    }
    if (isLogged(Signal.TOKENS_PER_SECOND)) {
      raw(Curve.TOKENS_PER_SECOND);
    } else if (record.has(Signal.TOKENS) || record.has(Signal.STEP_TOKENS)) {
      draw(Curve.TOKENS_PER_SECOND, figures.tokensPerSecond());
    }
  }

  private void validation() {
    boolean hasLoss = raw(Curve.VALIDATION_LOSS);
    if (!raw(Curve.VALIDATION_PERPLEXITY) && hasLoss) {
      double implied = Math.exp(record.value(Signal.VALIDATION_LOSS));
      draw(Curve.VALIDATION_PERPLEXITY, Double.isFinite(implied) ? implied : Double.NaN);
    }
    raw(Curve.VALIDATION_ACCURACY);
  }

  private void values() {
    for (int i = 0; i < record.size(); i++) {
      if (figures.isValue(record.field(i))) {
        sheet.draw(record.field(i).name, record.field(i).unit.fromBase(record.value(i)));
      }
    }
  }

  private boolean isLogged(Signal signal) {
    return figures.alias(signal) != Integer.MAX_VALUE;
  }

  /** Draws what the record holds, no number too; false where it holds nothing. */
  private boolean raw(Curve curve) {
    boolean holds = figures.reads(record, curve.signal);
    if (holds) {
      sheet.draw(curve, record.value(curve.signal));
    }
    return holds;
  }

  private void draw(Curve curve, double value) {
    if (!Double.isNaN(value)) {
      sheet.draw(curve, value);
    }
  }

  private void mean(Curve curve) {
    if (trained <= MEANS_OF_ALL || trained % MEANS_EVERY == 0) {
      draw(curve, newest(curve));
    } else {
      sheet.skip(curve, sheet.hasSubscribers() ? newest(curve) : Double.NaN);
    }
  }

  private double newest(Curve curve) {
    return switch (curve) {
      case LOSS_SMOOTHED -> figures.meanLoss();
      case GRADIENT_NORM_SMOOTHED -> figures.meanGradientNorm();
      case STEPS_PER_SECOND_SMOOTHED -> figures.meanStepsPerSecond();
      case ETA_SECONDS -> figures.eta();
      default -> Double.NaN;
    };
  }

  /** The points as they are to be drawn now. */
  public DownsampledSeries points(Curve curve) {
    boolean goesOn = figures != null && selection.isWhole();
    return sheet.points(curve, goesOn ? newest(curve) : Double.NaN);
  }

  /** The same of a plain value; null for a key that is not kept. */
  public DownsampledSeries points(String key) {
    return sheet.points(key);
  }

  public boolean has(Curve curve) {
    return sheet.has(curve);
  }

  /** What 1 stands for in a curve's points. */
  public double whole(Curve curve) {
    return switch (curve) {
      case ACCURACY -> figures.wholeAccuracy();
      case VALIDATION_ACCURACY -> figures.wholeValidationAccuracy();
      default -> 1;
    };
  }

  /** Newest first. */
  public List<LoggedError> errors() {
    return List.copyOf(errors);
  }
}
