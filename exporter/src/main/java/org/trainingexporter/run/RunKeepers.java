package org.trainingexporter.run;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.key.Signal.ELAPSED;
import static org.trainingexporter.event.key.Signal.EPOCH_SECONDS;
import static org.trainingexporter.event.key.Signal.ETA;

import java.util.Set;
import java.util.stream.Stream;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.cost.CostTerms;
import org.trainingexporter.run.event.ErrorCounts;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.event.LifecycleEvents;
import org.trainingexporter.run.forecast.LossForecaster;
import org.trainingexporter.run.goodput.TimeLedger;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.layer.ExpertRoutings;
import org.trainingexporter.run.layer.LayerStates;
import org.trainingexporter.run.position.Move;
import org.trainingexporter.run.position.PositionTracker;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.position.Schedule;
import org.trainingexporter.run.rank.RankTable;
import org.trainingexporter.run.setting.RunSettings;
import org.trainingexporter.run.signal.OtherValues;
import org.trainingexporter.run.signal.SignalTable;
import org.trainingexporter.run.time.RecordTimes;
import org.trainingexporter.run.validation.CheckpointList;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;
import org.trainingexporter.run.validation.LanguageModels;
import org.trainingexporter.run.validation.RewardHistory;
import org.trainingexporter.run.validation.ValidationRecorder;
import org.trainingexporter.run.validation.ValidationSnapshot;
import org.trainingexporter.run.warning.TrendWarnings;
import org.trainingexporter.run.warning.WarningLog;

/** Everything that keeps what a run's records say: what happens to the attempt happens to all. */
record RunKeepers(
    RecordCounts counts,
    RecordTimes times,
    EventLog events,
    LifecycleEvents lifecycle,
    Schedule schedule,
    SignalTable signals,
    ValidationRecorder validations,
    CheckpointList checkpoints,
    RewardHistory rewards,
    ExpertRoutings experts,
    LayerStates layers,
    OtherValues values,
    RunSettings settings,
    ErrorCounts errors,
    WarningLog warnings,
    TrendWarnings trends,
    TimeLedger goodput,
    LossForecaster forecast,
    RankTable ranks,
    CostTerms cost) {

  static RunKeepers create(RunConfig config) {
    EventLog events = new EventLog();
    WarningLog warnings = new WarningLog(events);
    return new RunKeepers(
        new RecordCounts(),
        new RecordTimes(),
        events,
        new LifecycleEvents(events),
        new Schedule(config),
        new SignalTable(events),
        new ValidationRecorder(events),
        new CheckpointList(),
        new RewardHistory(),
        new ExpertRoutings(),
        new LayerStates(warnings),
        new OtherValues(),
        new RunSettings(),
        new ErrorCounts(),
        warnings,
        new TrendWarnings(warnings),
        new TimeLedger(),
        new LossForecaster(),
        new RankTable(),
        config.cost());
  }

  /** The signal is read by another alias from now on. */
  void reset(Signal signal) {
    signals.reset(signal);
    validations.reset(signal);
    rewards.reset(signal);
    schedule.reset(signal);
    trends.reset(signal);
    forecast.reset(signal);
  }

  /** The newest record did that to the position. */
  void moved(Move move, PositionTracker position, double time) {
    switch (move) {
      case START -> lifecycle.start(position.newest(time));
      case RESTART -> {
        restart(position.position());
        lifecycle.restart(position.newest(time), position.previous());
      }
      case REWIND -> {
        rewind(position.position());
        goodput.rewind(
            position.countsSteps() ? position.previous() - position.position() : UNKNOWN);
        lifecycle.rewind(position.newest(time), position.previous());
      }
      case NONE, FORWARD -> {}
    }
  }

  /** A training record came; it moved the training to that position. */
  void trained(double position, double time) {
    lifecycle.trained();
    times.addTraining(time);
    signals.trained(position, time);
    validations.trained();
  }

  /** What the record means for where the hours went, once its move is known. */
  void reckon(LogRecord r, boolean trains, double position) {
    if (r.has(Signal.Evidence.VALIDATION)) {
      goodput.validated(position, r.time(), r.timeOrigin());
    }
    if (trains) {
      goodput.trained(position, r.time(), r.timeOrigin());
    }
  }

  private void restart(double at) {
    Set<Signal> own = validations.restart(at);
    signals.restart(own);
    rewards.restart(at);
    times.restart();
    experts.restart();
    layers.restart();
    trends.restart();
    warnings.restart();
    values.restart();
    schedule.restart();
    goodput.restart();
    forecast.restart();
  }

  private void rewind(double to) {
    signals.rewind(to);
    validations.rewind(to);
    rewards.rewind(to);
    layers.rewind(to);
    forecast.rewind(to);
    trends.restart();
  }

  /** The run as it is now; {@code freeBytes} where its checkpoints go, or unknown. */
  RunSnapshot snapshot(
      RunIdentity identity, PositionTracker position, KeyRegistry fields, double freeBytes) {
    boolean language = LanguageModels.trains(identity.writer(), fields.all());
    ValidationSnapshot validation = validations.snapshot();
    Stream<EvaluatedCheckpoint> rated =
        checkpoints.snapshot(validations.history(), rewards).stream();
    return new RunSnapshot(
        identity,
        position.snapshot(lifecycle.isEnded(), lifecycle.earlyEnd()),
        times.snapshot(elapsed(), signals.newest(ETA)),
        signals.snapshot(),
        schedule.snapshot(),
        language ? validation.ofLanguageModel() : validation,
        countsSnapshot(position),
        signals.health(),
        warnings.snapshot(),
        events.snapshot(),
        events.newestTimes(),
        (language ? rated.map(EvaluatedCheckpoint::ofLanguageModel) : rated).toList(),
        freeBytes,
        experts.layers(),
        experts.dead(),
        layers.snapshot(),
        values.snapshot(fields),
        values.dropped(),
        settings.snapshot(),
        settings.runName(),
        goodput.snapshot(times.origin(), position.countsSteps()),
        forecast.at(position.countsSteps() ? schedule.plannedSteps() : schedule.plannedEpochs()),
        cost,
        ranks.snapshot(),
        HostFacts.NONE);
  }

  private double elapsed() {
    return firstKnown(signals.newest(ELAPSED), signals.newest(EPOCH_SECONDS));
  }

  private CountsSnapshot countsSnapshot(PositionTracker position) {
    return new CountsSnapshot(
        counts.records().snapshot(),
        counts.rejections().snapshot(),
        position.steps(),
        validations.count(),
        checkpoints.total(),
        position.rewinds(),
        position.restarts(),
        errors.snapshot());
  }
}
