package org.trainingexporter.run;

import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.key.Signal.EPOCH;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.event.EventLog.EventType;
import org.trainingexporter.run.position.Move;
import org.trainingexporter.run.position.PositionTracker;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.rank.RankPlace;
import org.trainingexporter.run.validation.Checkpoint;

/**
 * The state of one run, a pure function of the records applied to it in order. This class is the
 * order in which a record reaches what keeps it. One thread writes; {@link #snapshot} makes what
 * others may read.
 */
public final class RunState {
  private final KeyRegistry fields;
  private final PositionTracker position;
  private final RunKeepers keepers;
  private final AliasChooser aliases;
  private final RecordRouter router;
  private final RunView view;

  /** A run of which nothing is known yet; the readers of its logs share {@code fields}. */
  public RunState(KeyRegistry fields, RunConfig config) {
    this.fields = fields;
    this.position = new PositionTracker(fields);
    this.keepers = RunKeepers.create(config);
    this.aliases = new AliasChooser(fields, position, keepers);
    this.router = new RecordRouter(fields, keepers);
    this.view = new RunView(fields, position, router, keepers);
  }

  /** Other ranks log apart from the one whose records these are. */
  public void lead(RankPlace rank) {
    if (!keepers.ranks().isActive()) {
      double loss = keepers.signals().newest(Signal.LOSS);
      keepers.ranks().lead(rank, position.step(), keepers.times().newest(), loss);
    }
  }

  /**
   * Takes a record of a log that several ranks write, if it is of one that does not lead.
   *
   * @return whether it was; else it is to be applied
   */
  public boolean applyOfOtherRank(LogRecord r) {
    if (!fields.namesProcesses()) {
      return false;
    }
    r.interpret(fields);
    if (!isCompared(r.kind()) || !keepers.ranks().isOther(r)) {
      return false;
    }
    lead(keepers.ranks().leadingOfShared());
    keepers.ranks().addOther(r, r.kind());
    return true;
  }

  /**
   * Takes a record of the log of a rank that does not lead.
   *
   * @return false where it is to be applied as if it were of the one that leads, as errors are
   */
  public boolean applyOfRank(RankPlace rank, LogRecord r) {
    r.interpret(fields);
    boolean compared = isCompared(r.kind());
    if (compared) {
      keepers.ranks().add(rank, r, r.kind());
    }
    return compared || r.kind() != RecordKind.ERROR;
  }

  private static boolean isCompared(RecordKind kind) {
    return kind == RecordKind.TRAIN || kind == RecordKind.VALIDATION || kind == RecordKind.OTHER;
  }

  /** Applies the next record of the run, and says what it did. */
  public Applied apply(LogRecord r) {
    Set<Signal> lost = aliases.interpret(r);
    RecordKind kind = r.kind();
    boolean trains = kind == RecordKind.TRAIN;
    if (!r.isLate() || kind == RecordKind.VALIDATION) {
      keepers.counts().records().add(kind);
    }
    keepers.times().add(r.time(), r.timeOrigin());
    position.begin(r, kind);
    Set<Signal> realiased = both(lost, aliases.choose(r, kind));
    Move move = position.advance(r, kind);
    keepers.moved(move, position, r.time());
    if (trains) {
      keepers.trained(position.position(), r.time());
    }
    keepers.ranks().addLeading(r, kind);
    RecordPosition at = position.at(r, kind);
    keepers.reckon(r, trains, at.position());
    router.apply(r, kind, at, position.epoch());
    if (trains) {
      keepers.schedule().trained(position.step(), r.time()); // whose warm-up the record may name
    }
    addEnd(r);
    return new Applied(kind, at, move, position.isRecounted(), realiased);
  }

  private void addEnd(LogRecord r) {
    if (r.earlyEnd() != null) {
      keepers.lifecycle().endEarly(r.earlyEnd());
      keepers.goodput().settle();
    }
    boolean reached = position.step() >= keepers.schedule().plannedSteps() - 1;
    if (keepers.lifecycle().isEnd(r.isEnd(), reached)) {
      double time = firstKnown(r.time(), keepers.times().newest());
      keepers.lifecycle().end(position.newest(time), keepers.schedule().plannedSteps());
      keepers.goodput().settle();
    }
  }

  /** Nearly always both are empty. */
  private static Set<Signal> both(Set<Signal> some, Set<Signal> others) {
    if (some.isEmpty() || others.isEmpty()) {
      return some.isEmpty() ? others : some;
    }
    Set<Signal> all = EnumSet.copyOf(some);
    all.addAll(others);
    return all;
  }

  /** Applies a record of a log that repeats the leading one: only what that lacks. */
  public void supplement(LogRecord r) {
    r.interpret(fields);
    if (r.has(EPOCH) && !router.isLogged(EPOCH)) {
      position.adoptEpoch(r.value(EPOCH));
    }
    if (router.supplement(r, r.kind(), position.ofDocument(r))) {
      keepers.counts().records().add(r.kind());
    }
    addEnd(r);
  }

  /** A line, or a value of one, was rejected. */
  public void reject(Rejection reason) {
    keepers.counts().rejections().add(reason);
  }

  /** A checkpoint exists; it is an event when it was not known yet. */
  public void addCheckpoint(Checkpoint c) {
    if (keepers.checkpoints().add(c)) {
      keepers.goodput().saved(c.step(), c.saved());
      keepers.events().add(EventType.CHECKPOINT, c.saved(), c.step(), c.name() + " saved");
    }
  }

  /** Sets the settings that the files beside the logs hold, by name. */
  public void setSettings(Map<String, String> ofFiles) {
    keepers.settings().setBeside(ofFiles);
    keepers.schedule().setPlan(keepers.settings().plan());
  }

  /** Drops all checkpoints but those of these names. */
  public void retainCheckpoints(Set<String> names) {
    keepers.checkpoints().retain(names);
  }

  /** Single values of the state after the newest record. */
  public RunView view() {
    return view;
  }

  /** How many attempts came before this one. */
  public long attempt() {
    return position.restarts();
  }

  /** Where the training is: in steps or, where it counts none, in epochs. */
  public double position() {
    return position.position();
  }

  /** The run as it is now; {@code freeBytes} where its checkpoints go, or unknown. */
  public RunSnapshot snapshot(RunIdentity identity, double freeBytes) {
    return keepers.snapshot(identity, position, fields, freeBytes);
  }
}
