package org.trainingexporter.run;

import java.util.EnumSet;
import java.util.Set;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Signal;
import org.trainingexporter.event.Signal.Evidence;

/** What a run's numbers say: each value of a record goes to what keeps its signal. */
final class Readings {
  final Schedule schedule;
  final Signals signals;
  final Evaluations evaluations;
  final Experts experts = new Experts();
  final Errors errors = new Errors();
  final Warnings warnings;
  final LayerStates layers;
  final Values values = new Values();
  final Tokens tokens = new Tokens();
  final Pace tokenPace = new Pace();
  private final Fields fields;
  private final Events events;
  private final Overfitting overfitting;
  private final Plateau plateau;

  /** Signals that the leading logs have told; a document beside them adds only the others. */
  private final Set<Signal> told = EnumSet.noneOf(Signal.class);

  private double eta = Double.NaN;
  private double elapsed = Double.NaN;

  Readings(Fields fields, RunConfig config, Events events) {
    this.fields = fields;
    this.events = events;
    this.schedule = new Schedule(config);
    this.signals = new Signals(events);
    this.evaluations = new Evaluations(events);
    this.warnings = new Warnings(events);
    this.layers = new LayerStates(warnings);
    this.overfitting = new Overfitting(warnings);
    this.plateau = new Plateau(warnings);
  }

  /** Takes all that a record says. */
  void take(LogRecord r, Kind kind, Moment at, double epoch) {
    evaluations.begin();
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      double value = r.value(i);
      if (fields.isRead(field)) {
        told.add(field.signal);
        takeSignal(field, value, kind, at);
      } else if (fields.isValue(field)) {
        values.add(field, field.unit.fromBase(value));
        signals.other(value, at);
      }
    }
    if (r.has(Evidence.VALIDATION)) {
      overfitting.evaluate(evaluations.end(at, epoch), at);
    }
    if (r.layers() != null) {
      layers.take(r, at);
      if (r.layers().isNonFinite()) {
        signals.other(Double.NaN, at);
      }
    }
    layers.end(at);
    if (kind == Kind.TRAIN && r.has(Signal.ETA) && r.has(Signal.STEPS_PER_SECOND)) {
      schedule.guess(at.step(), eta, signals.newestStepsPerSecond());
    }
    if (!r.experts().isEmpty()) {
      experts.add(r.experts());
    }
    if (r.errorType() != null) {
      errors.add(r.errorType());
      String message = r.errorMessage() == null ? "" : ": " + r.errorMessage();
      events.add(Events.Type.ERROR, at.time(), at.step(), r.errorType() + message);
    }
  }

  /**
   * Takes what a document's record says and the leading logs do not.
   *
   * @return whether it was an evaluation that these lack
   */
  boolean supplement(LogRecord r, Kind kind, Moment at) {
    boolean evaluates = r.has(Evidence.VALIDATION) && !told.contains(Signal.VALIDATION_LOSS);
    evaluations.begin();
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      if (!field.signal.isValue() && !told.contains(field.signal)) {
        fields.raise(field);
        if (fields.isRead(field)) {
          takeSignal(field, r.value(i), kind, at);
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

  private void takeSignal(Field field, double value, Kind kind, Moment at) {
    switch (field.signal) {
      case PLAN -> schedule.steps(value);
      case PLANNED_EPOCHS -> schedule.epochs(value);
      case WARMUP_STEPS -> schedule.warmup(value);
      case DEAD_EXPERTS -> experts.dead(value);
      case LAYER_GRADIENT_NORM, LAYER_WEIGHT_NORM -> {
        layers.norm(field, value, at);
        signals.other(value, at);
      }
      case PROGRESS, END -> values.add(field, value);
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
        if (kind == Kind.TRAIN) {
          takeTraining(field, value, at);
        }
      }
    }
  }

  private void takeTraining(Field field, double value, Moment at) {
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

  /** The signal is read by another spelling from now on. */
  void forget(Signal signal) {
    signals.forget(signal);
    evaluations.forget(signal);
    schedule.forget(signal);
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
