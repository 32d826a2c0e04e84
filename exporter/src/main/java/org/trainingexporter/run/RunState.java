package org.trainingexporter.run;

import java.util.Set;
import org.trainingexporter.event.Field;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Refusal;
import org.trainingexporter.event.Signal;

/**
 * The state of one run, a pure function of the records applied to it in order. One thread writes;
 * {@link #snapshot} hands out what others may read.
 */
public final class RunState {
  final Fields fields;
  private final Tally<Kind> records = new Tally<>(Kind.class);
  private final Tally<Refusal> refusals = new Tally<>(Refusal.class);
  final Progress progress = new Progress();
  final Pace pace = new Pace();
  private final Events events = new Events();
  private final Turns turns = new Turns(events);
  final Readings readings;
  private final Checkpoints checkpoints = new Checkpoints();

  /** Whether the run is placed by a counter of steps, else by its epochs. */
  boolean counted;

  private boolean trainingCounts;
  private double epoch = Double.NaN;
  private long number;
  long restarts;
  long rewinds;
  double place = Double.NaN; // of the newest record

  private final Figures figures = new Figures(this);

  /** A run of which nothing is known yet; its logs' readers share {@code fields}. */
  public RunState(Fields fields, RunConfig config) {
    this.fields = fields;
    this.readings = new Readings(fields, config, events);
  }

  /** Takes the next record of the run. */
  public void apply(LogRecord r) {
    Kind kind = r.kind();
    records.add(kind);
    number++;
    pace.record(r.time());
    raise(r, kind);
    double itsEpoch = read(r, Signal.EPOCH);
    epoch = Double.isNaN(itsEpoch) ? epoch : itsEpoch;
    if (kind == Kind.TRAIN) {
      train(r, itsEpoch);
    } else if (kind == Kind.OTHER && !r.isValidating()) {
      progress.other(read(r, Signal.POSITION));
    }
    place = place(r, kind);
    double named = r.value(Signal.POSITION); // beside training that counts epochs alone
    double step = counted ? place : isNoStep(r, named) ? Double.NaN : named;
    Moment at = new Moment(number, place, step, r.time());
    readings.take(r, kind, at, epoch);
    if (kind == Kind.TRAIN) {
      readings.schedule.train(step(), r.time()); // which the record itself may have told
    }
    turns.end(here(r), r.isEnd(), step() >= readings.schedule.plannedSteps() - 1);
  }

  /** Notes which spellings the run has; one that beats another begins its signal anew. */
  private void raise(LogRecord r, Kind kind) {
    boolean trains = kind == Kind.TRAIN;
    chooseCount(r, kind);
    for (int i = 0; i < r.size(); i++) {
      Field field = r.field(i);
      // Asked first since it is cheap and nearly always no.
      if (fields.mayRaise(field) && isRaised(field, trains) && fields.raise(field)) {
        readings.forget(field.signal);
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
  private void chooseCount(LogRecord r, Kind kind) {
    boolean counts = r.has(Signal.POSITION);
    if (kind == Kind.TRAIN && !trainingCounts && (counts || !progress.hasTrained())) {
      trainingCounts = counts;
      counted = counts;
      fields.reread(Signal.POSITION);
      progress.recount();
    } else if (kind == Kind.OTHER && !r.isValidating() && !progress.hasTrained()) {
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
  private Moment here(LogRecord r) {
    return new Moment(number, progress.position(), step(), r.time());
  }

  /** The position that a record speaks of. */
  private double place(LogRecord r, Kind kind) {
    double own = own(r);
    boolean isNone = Double.isNaN(own) || ((counted || r.isValidating()) && isNoStep(r, own));
    return kind == Kind.TRAIN || isNone ? progress.position() : progress.of(own);
  }

  private double own(LogRecord r) {
    boolean byStep = r.has(Signal.POSITION) && !progress.hasTrained();
    double uncounted = byStep ? r.value(Signal.POSITION) : read(r, Signal.EPOCH);
    return counted ? read(r, Signal.POSITION) : uncounted;
  }

  /** Whether what an evaluation counts is its own batches, or epochs. */
  private boolean isNoStep(LogRecord r, double count) {
    return progress.hasTrained() && (r.isValidating() || count <= epoch);
  }

  /**
   * Takes a record of a document beside a log that leads: only what the log does not tell. Its
   * steps are not counted again.
   */
  public void supplement(LogRecord r) {
    double own = r.value(Signal.POSITION); // a document has its own spelling
    epoch = readings.untold(r, Signal.EPOCH, epoch);
    if (readings.supplement(r, r.kind(), new Moment(number, own, own, r.time()))) {
      records.add(r.kind());
    }
  }

  /** A line, or a value of one, was refused. */
  public void refuse(Refusal reason) {
    refusals.add(reason);
  }

  /** A checkpoint that is there; an event when it was not known yet. */
  public void addCheckpoint(Checkpoint c) {
    if (checkpoints.add(c)) {
      events.add(Events.Type.CHECKPOINT, c.saved(), c.step(), c.name() + " saved");
    }
  }

  /** Names of the checkpoints that are still there. */
  public void retainCheckpoints(Set<String> names) {
    checkpoints.retain(names);
  }

  /** Whether the field is shown as a plain value, or was before another spelling stepped back. */
  public boolean keepsValue(Field field) {
    return readings.values.keeps(field);
  }

  /** What the newest record has made of it, for who plots it. */
  public Figures figures() {
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
  public RunSnapshot snapshot(RunSnapshot.Identity identity, double freeBytes) {
    return new RunSnapshot(
        identity,
        new RunSnapshot.Position(step(), epoch, turns.isEnded()),
        pace.snapshot(readings.elapsed(), readings.eta()),
        readings.signals.snapshot(pace, readings.tokenPace, readings.tokens.total()),
        readings.schedule.snapshot(),
        readings.evaluations.snapshot(),
        new RunSnapshot.Counts(
            records.snapshot(),
            refusals.snapshot(),
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
