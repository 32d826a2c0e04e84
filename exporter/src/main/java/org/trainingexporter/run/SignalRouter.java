package org.trainingexporter.run;

import java.util.EnumSet;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.run.event.ErrorCounts;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.layer.ExpertRoutings;
import org.trainingexporter.run.layer.LayerStates;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.position.Schedule;
import org.trainingexporter.run.signal.OtherValues;
import org.trainingexporter.run.signal.SignalTable;
import org.trainingexporter.run.signal.Throughput;
import org.trainingexporter.run.signal.TokenCounter;
import org.trainingexporter.run.validation.ValidationRecorder;
import org.trainingexporter.run.warning.OverfittingDetector;
import org.trainingexporter.run.warning.PlateauDetector;
import org.trainingexporter.run.warning.WarningLog;

/** What a run's numbers say: each value of a record goes to what keeps its signal. */
final class SignalRouter {
  final Schedule schedule;
  final SignalTable signals;
  final ValidationRecorder evaluations;
  final ExpertRoutings experts = new ExpertRoutings();
  final ErrorCounts errors = new ErrorCounts();
  final WarningLog warnings;
  final LayerStates layers;
  final OtherValues values = new OtherValues();
  final TokenCounter tokens = new TokenCounter();
  final Throughput tokenPace = new Throughput();
  private final KeyRegistry fields;
  private final EventLog events;
  private final OverfittingDetector overfitting;
  private final PlateauDetector plateau;

  /** Signals that the leading logs have told; a document beside them adds only the others. */
  private final Set<Signal> told = EnumSet.noneOf(Signal.class);

  private double eta = Double.NaN;
  private double elapsed = Double.NaN;

  SignalRouter(KeyRegistry fields, RunConfig config, EventLog events) {
    this.fields = fields;
    this.events = events;
    this.schedule = new Schedule(config);
    this.signals = new SignalTable(events);
    this.evaluations = new ValidationRecorder(events);
    this.warnings = new WarningLog(events);
    this.layers = new LayerStates(warnings);
    this.overfitting = new OverfittingDetector(warnings);
    this.plateau = new PlateauDetector(warnings);
  }

  /** Takes all that a record says. */
  void apply(LogRecord r, RecordKind kind, RecordPosition at, double epoch) {
    evaluations.begin();
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      double value = r.value(i);
      if (fields.isRead(field)) {
        told.add(field.signal);
        applySignal(field, value, kind, at);
      } else if (fields.isValue(field)) {
        values.add(field, field.unit.fromBase(value));
        signals.other(value, at);
      }
    }
    if (r.has(Evidence.VALIDATION)) {
      overfitting.evaluate(evaluations.end(at, epoch), at);
    }
    if (r.layers() != null) {
      layers.update(r, at);
      if (r.layers().isNonFinite()) {
        signals.other(Double.NaN, at);
      }
    }
    layers.end(at);
    if (kind == RecordKind.TRAIN && r.has(Signal.ETA) && r.has(Signal.STEPS_PER_SECOND)) {
      schedule.guess(at.step(), eta, signals.newestStepsPerSecond());
    }
    if (!r.experts().isEmpty()) {
      experts.add(r.experts());
    }
    if (r.errorType() != null) {
      errors.add(r.errorType());
      String message = r.errorMessage() == null ? "" : ": " + r.errorMessage();
      events.add(EventLog.EventType.ERROR, at.time(), at.step(), r.errorType() + message);
    }
  }

  /**
   * Takes what a document's record says and the leading logs do not.
   *
   * @return whether it was an evaluation that these lack
   */
  boolean supplement(LogRecord r, RecordKind kind, RecordPosition at) {
    boolean evaluates = r.has(Evidence.VALIDATION) && !told.contains(Signal.VALIDATION_LOSS);
    evaluations.begin();
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      if (!field.signal.isValue() && !told.contains(field.signal)) {
        fields.raise(field);
        if (fields.isRead(field)) {
          applySignal(field, r.value(i), kind, at);
        }
      }
    }
    if (evaluates) {
      evaluations.end(at, r.value(Signal.EPOCH));
    }
    return evaluates;
  }

  /** What a document's record says of a signal that the leading logs lack, else the given. */
  double untold(LogRecord r, Signal signal, double known) {
    return r.has(signal) && !told.contains(signal) ? r.value(signal) : known;
  }

  private void applySignal(Field field, double value, RecordKind kind, RecordPosition at) {
    switch (field.signal) {
      case PLAN -> schedule.steps(value);
      case PLANNED_EPOCHS -> schedule.epochs(value);
      case WARMUP_STEPS -> schedule.warmup(value);
      case DEAD_EXPERTS -> experts.dead(value);
      case LAYER_GRADIENT_NORM, LAYER_WEIGHT_NORM -> {
        layers.norm(field, value, at);
        signals.other(value, at);
      }
      case PROGRESS, END, REWARD, EPISODE_LENGTH -> values.add(field, value);
      case TOKENS -> {
        tokens.counted(value);
        tokenPace.train(value, at.time());
      }
      case STEP_TOKENS -> {
        tokens.step(value);
        tokenPace.train(tokens.total(), at.time());
      }
      case VALIDATION_LOSS -> {
        signals.validationLoss(value, at);
        evaluations.add(field, value);
      }
      case VALIDATION_PERPLEXITY, VALIDATION_ACCURACY -> {
        evaluations.add(field, value);
        signals.other(value, at);
      }
      default -> {
        if (kind == RecordKind.TRAIN) {
          applyTraining(field, value, at);
        }
      }
    }
  }

  private void applyTraining(Field field, double value, RecordPosition at) {
    switch (field.signal) {
      case ETA -> eta = value;
      case ELAPSED -> elapsed = value;
      case LOSS -> {
        signals.train(field, value, at);
        overfitting.train(value);
        plateau.train(value, schedule.rateShare(), at);
      }
      case LEARNING_RATE -> {
        signals.train(field, value, at);
        schedule.learningRate(value);
      }
      default -> signals.train(field, value, at);
    }
  }

  /** The signal is read by another alias from now on. */
  void reset(Signal signal) {
    signals.reset(signal);
    evaluations.reset(signal);
    schedule.reset(signal);
    if (signal == Signal.LOSS || signal == Signal.VALIDATION_LOSS) {
      restartTrends();
    }
  }

  /** Whether the leading logs have told the signal. */
  boolean hasTold(Signal signal) {
    return told.contains(signal);
  }

  void restart(double at) {
    evaluations.restart(at);
    signals.restart(evaluations.all().newest() != null);
    experts.restart();
    layers.restart();
    restartTrends();
    values.restart();
    schedule.restart();
    tokenPace.restart();
    eta = Double.NaN;
    elapsed = Double.NaN;
  }

  void rewind(double to) {
    signals.rewind(to);
    evaluations.all().rewind(to);
    layers.rewind(to);
    restartTrends();
    tokenPace.restart(); // it goes by tokens, not by steps
  }

  private void restartTrends() {
    overfitting.restart();
    plateau.restart();
  }

  /** As logged, in seconds; NaN where it is not. */
  double eta() {
    return eta;
  }

  /** As logged, or NaN. */
  double elapsed() {
    return elapsed;
  }
}
