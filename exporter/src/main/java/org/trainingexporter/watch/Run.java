package org.trainingexporter.watch;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.open.LogProfile;
import org.trainingexporter.parse.open.WriterDetector;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunIdentity;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.position.RunConfig;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.watch.find.CheckpointQueue;
import org.trainingexporter.watch.log.LogCursor;
import org.trainingexporter.watch.log.LogMerger;

/** One run: the records of its logs and its checkpoints, applied to its state as they come. */
final class Run {
  /** Records between two looks at the other runs; some tens of milliseconds. */
  private static final int SLICE = 50_000;

  final String name;
  final LogMerger logs = new LogMerger();
  private final Path directory;
  private final String below;
  private final KeyRegistry fields;
  private final Timestamps times;
  private final RunState state;
  private final RunListener listener;
  private final CheckpointQueue checkpoints = new CheckpointQueue();
  private LogProfile.LogFormat format;
  private boolean firstPassDone;
  private boolean changed = true;
  private long records;
  private long startedNanos;
  private double firstPassSeconds;
  private double freeBytes = Double.NaN;
  private PublishedRun watched;

  /**
   * A run without logs yet.
   *
   * @param directory of its logs
   * @param below the same as seen from what is watched
   * @param zone of times that are logged without one
   */
  Run(
      String name,
      Path directory,
      String below,
      KeyRegistry fields,
      ZoneId zone,
      RunConfig config,
      RunListener listener) {
    this.name = name;
    this.directory = directory;
    this.below = below;
    this.fields = fields;
    this.times = new Timestamps(zone);
    this.state = new RunState(fields, config);
    this.listener = listener;
  }

  KeyRegistry fields() {
    return fields;
  }

  Timestamps times() {
    return times;
  }

  /** A log of that kind was opened; the first one tells the writer's format. */
  void opened(LogProfile profile) {
    format = format == null ? profile.format() : format;
  }

  /** A line, or a value of one, was rejected. */
  void reject(Rejection reason) {
    state.reject(reason);
    changed = true;
  }

  /** The checkpoints that are there now. */
  void checkpoints(List<Checkpoint> found) {
    if (checkpoints.update(found)) {
      state.retainCheckpoints(checkpoints.names());
      changed = true;
    }
  }

  /**
   * What the file system that its checkpoints go to has left now, in bytes, or NaN; a run that is
   * read once more is not told.
   */
  void free(double bytes) {
    changed |= Double.compare(bytes, freeBytes) != 0;
    freeBytes = bytes;
  }

  /**
   * Reads on, at most a slice.
   *
   * @return whether there is more to read at once
   */
  boolean poll(double now) {
    if (!firstPassDone && startedNanos == 0) {
      startedNanos = System.nanoTime();
    }
    logs.checkForChanges(now);
    for (int i = 0; i < SLICE; i++) {
      LogCursor from = logs.next(state.position());
      if (from == null) {
        logs.documents().forEach(this::supplement);
        checkpoints.rest(this::apply);
        passDone();
        return false;
      }
      if (!step(from)) {
        return false;
      }
    }
    return true;
  }

  private void passDone() {
    if (!firstPassDone) {
      firstPassDone = true;
      firstPassSeconds = (System.nanoTime() - startedNanos) / 1e9;
    }
  }

  /** Applies the next record; false where the listener lets it wait. */
  private boolean step(LogCursor from) {
    LogRecord record = from.peek();
    if (!checkpoints.due(record.time(), state.position(), this::apply)
        || !listener.before(record, state)) {
      return false;
    }
    from.advance(); // also when applying it fails: it must not come again
    Applied applied = state.apply(record);
    listener.after(record, applied, state);
    records++;
    changed = true;
    logs.applied(from, state.attempt());
    return true;
  }

  private boolean apply(Checkpoint checkpoint) {
    if (!listener.before(checkpoint)) {
      return false;
    }
    state.addCheckpoint(checkpoint);
    return true;
  }

  private void supplement(LogCursor document) {
    for (LogRecord record = document.peek(); record != null; record = document.peek()) {
      state.supplement(record);
      listener.supplemented(record, state);
      document.advance();
      changed = true;
    }
  }

  /** Makes what was read visible, once the first pass is done. */
  void publish() {
    if (firstPassDone && changed) {
      watched = new PublishedRun(snapshot(), directory, logs.logs(), checkpoints.all());
      changed = false;
    }
  }

  /** The run as it stands, in the middle of a pass too. */
  RunSnapshot snapshot() {
    var identity = new RunIdentity(name, below, WriterDetector.of(format, fields.all()));
    return state.snapshot(identity, freeBytes);
  }

  /** Null until the first pass is done. */
  PublishedRun watched() {
    return watched;
  }

  boolean isFirstPassDone() {
    return firstPassDone;
  }

  /** What the first pass has read and how long it took, once it is done. */
  String firstPass() {
    String took = String.format(Locale.ROOT, "%.3f", firstPassSeconds);
    String shown = name.replaceAll("\\p{Cntrl}+", " ");
    return "first pass of %s: %d records, %d bytes in %s s"
        .formatted(shown, records, logs.size(), took);
  }
}
