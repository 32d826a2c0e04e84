package org.trainingexporter.run;

import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.event.LifecycleEvents;
import org.trainingexporter.run.position.PositionSnapshot;
import org.trainingexporter.run.position.PositionTracker;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.signal.Throughput;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.run.validation.CheckpointList;
import org.trainingexporter.run.window.EnumCounter;

/**
 * The state of one run, a pure function of the records applied to it in order. One thread writes;
 * {@link #snapshot} hands out what others may read.
 */
public final class RunState {
  final KeyRegistry fields;
  private final EnumCounter<RecordKind> records = new EnumCounter<>(RecordKind.class);
  private final EnumCounter<Rejection> rejections = new EnumCounter<>(Rejection.class);
  final PositionTracker progress = new PositionTracker();
  final Throughput pace = new Throughput();
  private final EventLog events = new EventLog();
  private final LifecycleEvents turns = new LifecycleEvents(events);
  final SignalRouter readings;
  private final CheckpointList checkpoints = new CheckpointList();

  /** Whether the run is placed by a counter of steps, else by its epochs. */
  boolean counted;

  private boolean trainingCounts;
  private double epoch = Double.NaN;

  /** The version of the keys' meanings that the newest record was read by. */
  private int meanings;

  private long number;
  long restarts;
  long rewinds;
  double place = Double.NaN; // of the newest record

  private final RunMetricsView figures = new RunMetricsView(this);

  /** A run of which nothing is known yet; its logs' readers share {@code fields}. */
  public RunState(KeyRegistry fields, RunConfig config) {
    this.fields = fields;
    this.readings = new SignalRouter(fields, config, events);
  }

  /** Takes the next record of the run. */
  public void apply(LogRecord r) {
    interpret(r);
    RecordKind kind = r.kind();
    records.add(kind);
    number++;
    pace.record(r.time());
    raise(r, kind);
    double itsEpoch = read(r, Signal.EPOCH);
    epoch = Double.isNaN(itsEpoch) ? epoch : itsEpoch;
    if (kind == RecordKind.TRAIN) {
      train(r, itsEpoch);
    } else if (kind == RecordKind.OTHER && !r.isValidating()) {
      progress.other(read(r, Signal.POSITION));
    }
    place = place(r, kind);
    double named = r.value(Signal.POSITION); // beside training that counts epochs alone
    double step = counted ? place : isNoStep(r, named) ? Double.NaN : named;
    RecordPosition at = new RecordPosition(number, place, step, r.time());
    readings.apply(r, kind, at, epoch);
    if (kind == RecordKind.TRAIN) {
      readings.schedule.train(step(), r.time()); // which the record itself may have told
    }
    turns.end(here(r), r.isEnd(), step() >= readings.schedule.plannedSteps() - 1);
  }

  /** Reads the record by what its keys mean now; what they no longer mean begins anew. */
  private void interpret(LogRecord r) {
    r.interpret(fields);
    fields.counters().apply(r);
    if (fields.version() == meanings) {
      return;
    }
    meanings = fields.version();
    r.interpret(fields);
    for (Signal signal : fields.drainLost()) {
      readings.reset(signal);
      if (signal == Signal.POSITION) {
        trainingCounts = false;
        progress.recount();
      } else if (signal == Signal.EPOCH) {
        epoch = Double.NaN;
      }
    }
  }

  /** Notes which aliases the run has; one that beats another begins its signal anew. */
  private void raise(LogRecord r, RecordKind kind) {
    boolean trains = kind == RecordKind.TRAIN;
    chooseCount(r, kind);
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      // Asked first since it is cheap and nearly always no.
      if (fields.mayRaise(field) && isRaised(field, trains) && fields.raise(field)) {
        readings.reset(field.signal);
        if (field.signal == Signal.POSITION) {
          progress.recount();
        }
      }
    }
  }

  private boolean isRaised(Field field, boolean trains) {
    boolean tentative = field.signal == Signal.POSITION && !progress.hasTrained() && counted;
    return trains || tentative || !field.signal.isSetByTraining();
  }

  /** What training records count decides; until the first, records of other kinds are believed. */
  private void chooseCount(LogRecord r, RecordKind kind) {
    boolean counts = r.has(Signal.POSITION);
    if (kind == RecordKind.TRAIN && !trainingCounts && (counts || !progress.hasTrained())) {
      trainingCounts = counts;
      counted = counts;
      fields.reread(Signal.POSITION);
      progress.recount();
    } else if (kind == RecordKind.OTHER && !r.isValidating() && !progress.hasTrained()) {
      counted |= counts;
    }
  }

  private double read(LogRecord r, Signal signal) {
    return fields.isRead(signal, r.rank(signal)) ? r.value(signal) : Double.NaN;
  }

  private void train(LogRecord r, double itsEpoch) {
    double counter = counted ? read(r, Signal.POSITION) : itsEpoch;
    if (!Double.isNaN(counter)) {
      move(r, counter, counted ? itsEpoch : Double.NaN);
    }
    turns.train();
    pace.train(progress.position(), r.time());
    readings.evaluations.trained();
  }

  private void move(LogRecord r, double counter, double itsEpoch) {
    boolean first = !progress.hasTrained();
    double before = progress.position();
    switch (progress.train(counter, itsEpoch)) {
      case RESTART -> {
        restarts++;
        readings.restart(progress.position());
        pace.restart();
        turns.restart(here(r), before);
      }
      case REWIND -> {
        rewinds++;
        readings.rewind(progress.position());
        pace.rewind(progress.position());
        turns.rewind(here(r), before);
      }
      case FORWARD -> {}
    }
    if (first) {
      turns.start(here(r));
    }
  }

  /** Where the training stands at that record's time. */
  private RecordPosition here(LogRecord r) {
    return new RecordPosition(number, progress.position(), step(), r.time());
  }

  /** The position that a record speaks of. */
  private double place(LogRecord r, RecordKind kind) {
    double own = own(r);
    boolean isNone = Double.isNaN(own) || ((counted || r.countsBatches()) && isNoStep(r, own));
    return kind == RecordKind.TRAIN || isNone ? progress.position() : progress.of(own);
  }

  private double own(LogRecord r) {
    boolean byStep = r.has(Signal.POSITION) && !progress.hasTrained();
    double uncounted = byStep ? r.value(Signal.POSITION) : read(r, Signal.EPOCH);
    return counted ? read(r, Signal.POSITION) : uncounted;
  }

  /** Whether what an evaluation counts is its own batches, or epochs. */
  private boolean isNoStep(LogRecord r, double count) {
    return progress.hasTrained() && (r.countsBatches() || count <= epoch);
  }

  /**
   * Takes a record of a document beside a log that leads: only what the log does not tell. Its
   * steps are not counted again.
   */
  public void supplement(LogRecord r) {
    r.interpret(fields);
    double own = r.value(Signal.POSITION); // a document has its own alias
    epoch = readings.untold(r, Signal.EPOCH, epoch);
    if (readings.supplement(r, r.kind(), new RecordPosition(number, own, own, r.time()))) {
      records.add(r.kind());
    }
  }

  /** A line, or a value of one, was rejected. */
  public void reject(Rejection reason) {
    rejections.add(reason);
  }

  /** A checkpoint that is there; an event when it was not known yet. */
  public void addCheckpoint(Checkpoint c) {
    if (checkpoints.add(c)) {
      events.add(EventLog.EventType.CHECKPOINT, c.saved(), c.step(), c.name() + " saved");
    }
  }

  /** Names of the checkpoints that are still there. */
  public void retainCheckpoints(Set<String> names) {
    checkpoints.retain(names);
  }

  /** Whether the field is shown as a plain value, or was before another alias stepped back. */
  public boolean keepsValue(Field field) {
    return readings.values.keeps(field);
  }

  /** What the newest record has made of it, for who plots it. */
  public RunMetricsView figures() {
    return figures;
  }

  /** How often the training began again. */
  public long attempt() {
    return restarts;
  }

  /** Where the training stands, by steps or where it counts none by epochs. */
  public double position() {
    return progress.position();
  }

  private double step() {
    return counted ? progress.position() : Double.NaN;
  }

  /**
   * The run as it stands.
   *
   * @param freeBytes of the file system that the checkpoints go to, or NaN
   */
  public RunSnapshot snapshot(RunIdentity identity, double freeBytes) {
    return new RunSnapshot(
        identity,
        new PositionSnapshot(step(), epoch, turns.isEnded()),
        pace.snapshot(readings.elapsed(), readings.eta()),
        readings.signals.snapshot(pace, readings.tokenPace, readings.tokens.total()),
        readings.schedule.snapshot(),
        readings.evaluations.snapshot(),
        new CountsSnapshot(
            records.snapshot(),
            rejections.snapshot(),
            counted ? progress.steps() : 0,
            readings.evaluations.count(),
            checkpoints.total(),
            rewinds,
            restarts,
            readings.errors.snapshot(),
            readings.warnings.snapshot()),
        readings.signals.health(),
        events.snapshot(),
        events.newestTimes(),
        checkpoints.snapshot(readings.evaluations.all()),
        freeBytes,
        readings.experts.layers(),
        readings.experts.dead(),
        readings.layers.snapshot(),
        readings.values.snapshot(fields),
        readings.values.dropped());
  }
}
