package org.trainingexporter.run;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.key.Signal.*;

import java.util.EnumSet;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.key.Signal.Evidence;
import org.trainingexporter.run.event.EventLog.EventType;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.signal.SignalSink;

/** Sends each value of a record to what keeps its signal: one row a signal. */
final class RecordRouter {
  private final KeyRegistry fields;
  private final RunKeepers keepers;

  /** By the ordinal of the signal, since every value of every record asks; null for no sink. */
  private final SignalSink[] sinks = new SignalSink[Signal.COUNT];

  private double epochOfRecord;

  /** Signals that the leading logs have; a document beside them adds only the others. */
  private final Set<Signal> logged = EnumSet.noneOf(Signal.class);

  RecordRouter(KeyRegistry fields, RunKeepers keepers) {
    this.fields = fields;
    this.keepers = keepers;
    keepers.signals().forEach(this::route);
    SignalSink other = (field, value, at) -> keepers.signals().addOther(value, at);
    SignalSink asValue = (field, value, at) -> keepers.values().add(field, value);
    route(LOSS, (f, loss, at) -> keepers.trends().train(loss, keepers.schedule().rateShare(), at));
    route(LOSS, (field, loss, at) -> keepers.validations().trainingLoss(loss));
    route(LOSS, (field, loss, at) -> keepers.forecast().train(loss, at.position()));
    route(LEARNING_RATE, (field, value, at) -> keepers.schedule().learningRate(value));
    route(TRAIN_ACCURACY, other);
    route(REWARD, (field, value, at) -> keepers.rewards().add(value, at, epochOfRecord));
    route(REWARD, (field, value, at) -> keepers.trends().reward());
    route(REWARD, other);
    route(REWARD, (field, value, at) -> keepers.forecast().reward());
    route(VALIDATION_LOSS, (field, value, at) -> keepers.validations().loss(value));
    route(VALIDATION_LOSS, (field, loss, at) -> keepers.forecast().validate(loss, at.position()));
    route(VALIDATION_PERPLEXITY, (field, value, at) -> keepers.validations().perplexity(value));
    route(VALIDATION_PERPLEXITY, other);
    route(VALIDATION_ACCURACY, (field, value, at) -> keepers.validations().accuracy(value));
    route(VALIDATION_ACCURACY, other);
    route(PLAN, (field, value, at) -> keepers.schedule().steps(value));
    route(PLANNED_EPOCHS, (field, value, at) -> keepers.schedule().epochs(value));
    route(WARMUP_STEPS, (field, value, at) -> keepers.schedule().warmup(value));
    route(DEAD_EXPERTS, (field, value, at) -> keepers.experts().dead(value));
    route(LAYER_GRADIENT_NORM, keepers.layers()::norm);
    route(LAYER_GRADIENT_NORM, other);
    route(LAYER_WEIGHT_NORM, keepers.layers()::norm);
    route(LAYER_WEIGHT_NORM, other);
    route(PROGRESS, asValue);
    route(EPOCH_SECONDS, asValue);
    route(END, asValue);
  }

  /** Adds a sink after those that the signal has already. */
  private void route(Signal signal, SignalSink sink) {
    SignalSink before = sinks[signal.ordinal()];
    sinks[signal.ordinal()] = before == null ? sink : before.then(sink);
  }

  /** Hands out all that a record of the leading logs holds. */
  void apply(LogRecord r, RecordKind kind, RecordPosition at, double epoch) {
    keepers.validations().begin();
    epochOfRecord = epoch;
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      if (fields.isRead(field)) {
        logged.add(field.signal);
        send(r, field, r.value(i), kind, at);
      } else if (fields.isValue(field)) {
        keepers.values().add(field, field.unit.fromBase(r.value(i)));
        keepers.signals().addOther(r.value(i), at);
      }
    }
    if (r.has(Evidence.VALIDATION)) {
      double loss = keepers.validations().end(at, epoch);
      keepers.trends().validate(loss, keepers.validations().trainingLoss(), at);
    }
    applyLayers(r, at);
    if (kind == RecordKind.TRAIN && r.has(ETA) && r.has(STEPS_PER_SECOND)) {
      double speed = keepers.signals().newest(STEPS_PER_SECOND);
      keepers.schedule().estimate(at.step(), keepers.signals().newest(ETA), speed);
    }
    if (!r.experts().isEmpty()) {
      keepers.experts().add(r.experts());
    }
    addSettings(r);
    if (r.errorType() != null) {
      keepers.errors().add(r.errorType());
      String message = r.errorMessage() == null ? "" : ": " + r.errorMessage();
      keepers.events().add(EventType.ERROR, at.time(), at.step(), r.errorType() + message);
    }
  }

  private void addSettings(LogRecord r) {
    if (r.runName() != null) {
      keepers.settings().setRunName(r.runName());
    }
    if (!r.settings().isEmpty()) {
      keepers.settings().add(r.settings());
      keepers.schedule().setPlan(keepers.settings().plan());
    }
  }

  private void applyLayers(LogRecord r, RecordPosition at) {
    if (r.layers() != null) {
      keepers.layers().update(r, at);
      if (r.layers().isNonFinite()) {
        keepers.signals().addOther(UNKNOWN, at);
      }
    }
    keepers.layers().end(at);
  }

  private void send(LogRecord r, Field field, double value, RecordKind kind, RecordPosition at) {
    SignalSink sink = sinks[field.signal.ordinal()];
    if (sink != null && r.sets(field.signal, kind)) {
      sink.add(field, value, at);
    }
  }

  /**
   * Hands out what a document's record holds and the leading logs lack.
   *
   * @return whether it was a validation that these lack
   */
  boolean supplement(LogRecord r, RecordKind kind, RecordPosition at) {
    boolean validates = r.has(Evidence.VALIDATION) && !isLogged(VALIDATION_LOSS);
    keepers.validations().begin();
    epochOfRecord = r.value(EPOCH);
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      if (!field.signal.isValue() && !isLogged(field.signal)) {
        fields.raise(field);
        if (fields.isRead(field)) {
          send(r, field, r.value(i), kind, at);
        }
      }
    }
    addSettings(r);
    if (validates) {
      keepers.validations().endOfDocument(at, r.value(EPOCH));
    }
    return validates;
  }

  /** Whether the leading logs have the signal. */
  boolean isLogged(Signal signal) {
    return logged.contains(signal);
  }
}
