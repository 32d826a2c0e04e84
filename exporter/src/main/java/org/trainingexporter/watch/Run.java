package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.parse.record.ParseContext;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.rank.RankPlace;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.watch.beside.Beside;
import org.trainingexporter.watch.budget.ReleasableRun;
import org.trainingexporter.watch.checkpoint.CheckpointQueue;
import org.trainingexporter.watch.log.FirstPass;
import org.trainingexporter.watch.log.LogCursor;
import org.trainingexporter.watch.log.LogMerger;
import org.trainingexporter.watch.log.LogRole;
import org.trainingexporter.watch.log.LogsStatus;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.watch.log.PublishedLog;
import org.trainingexporter.watch.log.RejectionLog;

/**
 * One run: it opens and owns its logs, and applies their records and its checkpoints to its state
 * in the order of their times. One thread.
 */
final class Run {
  /** Records in one poll; some tens of milliseconds. */
  private static final int SLICE = 50_000;

  final RunFactory.RunPlace place;
  private final Logs opener;
  private final ParseContext context;
  private final RejectionLog.Factory rejections;
  private final RunListener listener;
  private final RunState state;
  private final LogMerger logs = new LogMerger();
  private final CheckpointQueue checkpoints = new CheckpointQueue();
  final FirstPass firstPass = new FirstPass();
  private boolean changed = true;
  private double freeBytes = Double.NaN;
  private Beside beside = Beside.NONE;
  private Map<String, String> settings = Map.of();
  private volatile LogsStatus status = LogsStatus.NONE;
  private volatile PublishedRun published;

  /**
   * @param context for the logs of this run alone, of which it has none yet
   * @param rejections what hears of a log's rejections before the run counts them
   */
  Run(
      RunFactory.RunPlace place,
      Logs opener,
      ParseContext context,
      RunConfig config,
      RejectionLog.Factory rejections,
      RunListener listener) {
    this.place = place;
    this.opener = opener;
    this.context = context;
    this.rejections = rejections;
    this.listener = listener;
    this.state = new RunState(context.keys(), config);
  }

  /**
   * Opens a log.
   *
   * @param where the log is now; a document may move to a newer checkpoint
   * @throws IOException where it cannot be read; the run is as before
   */
  void open(Supplier<Path> where, LogProfile profile, LogRole role, double now) throws IOException {
    LogFiles files = opener.withPast(where, context, now);
    RecordSource source =
        opener.open(profile, files, context, rejections.of(where.get(), this::reject), now);
    logs.add(new LogCursor(where, profile, source, role));
    if (role == LogRole.RANK) {
      state.lead(logs.leadingRank());
    }
  }

  private void reject(Rejection reason) {
    state.reject(reason);
    changed = true;
  }

  /** Whether it has a log with training records. */
  boolean isLed() {
    return logs.isLed();
  }

  /** Whether that log leads, though it may have had no training records at first. */
  boolean isLedBy(Path log) {
    return logs.isLedBy(log);
  }

  /** How far its logs are read, as of the last poll. Any thread. */
  LogsStatus status() {
    return status;
  }

  /** What decides whether it is released where memory is short. */
  ReleasableRun releasable(double now, Runnable release) {
    boolean isOver = published != null && published.run().state(now).isOver();
    double modified = status.modified();
    return new ReleasableRun(place.name(), isOver, firstPass.hasRecords(), modified, release);
  }

  /**
   * Sets what lies beside its logs.
   *
   * @param isFirst whether it is the directory's first run, which has the checkpoints
   */
  void beside(Beside now, boolean isFirst) {
    if (!now.equals(beside)) {
      beside = now;
      if (isFirst) {
        checkpoints(now.checkpoints());
      }
      settings(now.settings());
      changed |= Double.compare(now.freeBytes(), freeBytes) != 0;
      freeBytes = now.freeBytes(); // a replay has none
    }
  }

  /** The checkpoints that are there now. */
  void checkpoints(List<Checkpoint> found) {
    if (checkpoints.update(found)) {
      state.retainCheckpoints(checkpoints.names());
      changed = true;
    }
  }

  /** Sets the settings of the files beside its logs. */
  void settings(Map<String, String> ofFiles) {
    if (!settings.equals(ofFiles)) {
      settings = ofFiles;
      state.setSettings(ofFiles);
      changed = true;
    }
  }

  /** Reads on, at most a slice. */
  PollResult poll(double now) {
    try {
      return readOn(now);
    } finally {
      status = logs.status();
    }
  }

  private PollResult readOn(double now) {
    firstPass.start();
    logs.checkForChanges(now);
    for (int i = 0; i < SLICE; i++) {
      LogCursor from = logs.next(state.position());
      if (from == null) {
        logs.readRepeating(this::supplement);
        if (logs.ranks().read(SLICE - i, this::applyOfRank) == SLICE - i) {
          return PollResult.MORE;
        }
        checkpoints.rest(this::apply);
        firstPass.end();
        return PollResult.IDLE;
      }
      if (!applyNext(from)) {
        return PollResult.IDLE;
      }
    }
    return PollResult.MORE;
  }

  /** Applies the log's next record; false where the listener holds it back. */
  private boolean applyNext(LogCursor from) {
    LogRecord record = from.peek();
    if (state.applyOfOtherRank(record)) {
      from.advance();
      changed = true;
      return true;
    }
    if (!checkpoints.due(record.time(), state.position(), this::apply)
        || !listener.before(record, state)) {
      return false;
    }
    from.advance(); // also when applying it fails: it must not come again
    Applied applied = state.apply(record);
    listener.after(record, applied, state);
    firstPass.countRecord();
    changed = true;
    logs.applied(from, state.attempt());
    return true;
  }

  private boolean apply(Checkpoint checkpoint) {
    boolean due = listener.before(checkpoint);
    if (due) {
      state.addCheckpoint(checkpoint);
    }
    return due;
  }

  private void applyOfRank(RankPlace rank, LogRecord record) {
    if (!state.applyOfRank(rank, record)) {
      listener.after(record, state.apply(record), state);
    }
    changed = true;
  }

  private void supplement(LogRecord record) {
    state.supplement(record);
    listener.supplemented(record, state);
    changed = true;
  }

  /** Publishes what was read, once the first pass is done. */
  void publish() {
    if (firstPass.isDone() && changed) {
      List<PublishedLog> all = logs.published();
      published = new PublishedRun(snapshot(), place.directory(), all, checkpoints.all(), settings);
      changed = false;
    }
  }

  /** The run as it is now, in the middle of a pass too. */
  RunSnapshot snapshot() {
    String writer = logs.writer(context.keys().all());
    return state.snapshot(new RunIdentity(place.name(), place.below(), writer), freeBytes);
  }

  /** What was published last; null until the first pass is done. Any thread. */
  PublishedRun published() {
    return published;
  }

  /** What the first pass has read and how long it took, once it is done. */
  String firstPass() {
    return firstPass.summary(place.name(), logs.size());
  }
}
