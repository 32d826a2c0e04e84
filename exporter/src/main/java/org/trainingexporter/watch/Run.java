package org.trainingexporter.watch;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Refusal;
import org.trainingexporter.event.Signal;
import org.trainingexporter.parse.Sniff;
import org.trainingexporter.parse.Timestamps;
import org.trainingexporter.parse.Writers;
import org.trainingexporter.run.Checkpoint;
import org.trainingexporter.run.RunConfig;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;

/**
 * One run: its logs, merged into the order that things happened in, and its state. The log that
 * trains leads; a record of another goes before the next training record if it is older, and one
 * without a time follows the training record of its position.
 */
final class Run {
  private static final Logger log = LoggerFactory.getLogger(Run.class);

  /** Records between two looks at the other runs; some tens of milliseconds. */
  private static final int SLICE = 50_000;

  final String name;
  private final Path directory;
  private final String below;
  private final Fields fields;
  private final Timestamps times;
  private final RunState state;
  private final CheckpointQueue checkpoints = new CheckpointQueue();
  private final List<Feed> others = new ArrayList<>();
  private final List<Feed> documents = new ArrayList<>();
  private Feed leading;
  private Sniff.Format format;
  private boolean firstPassDone;
  private boolean changed = true;
  private long records;
  private long attempt;
  private long startedNanos;
  private volatile RunSnapshot snapshot;

  /**
   * @param directory of its logs
   * @param below the same as seen from what is watched
   * @param zone of times that are logged without one
   */
  Run(String name, Path directory, String below, Fields fields, ZoneId zone, RunConfig config) {
    this.name = name;
    this.directory = directory;
    this.below = below;
    this.fields = fields;
    this.times = new Timestamps(zone);
    this.state = new RunState(fields, config);
  }

  Fields fields() {
    return fields;
  }

  Timestamps times() {
    return times;
  }

  /** A log of that kind was opened; the first one tells the writer's format. */
  void opened(Sniff sniff) {
    format = format == null ? sniff.format() : format;
  }

  boolean isLed() {
    return leading != null;
  }

  void lead(Feed feed) {
    leading = feed;
  }

  /** A log without training records. */
  void add(Feed feed) {
    others.add(feed);
  }

  /** A document that tells what the leading log tells. */
  void addDocument(Feed feed) {
    documents.add(feed);
  }

  /** A line, or a value of one, was refused. */
  void refuse(Refusal reason) {
    state.refuse(reason);
    changed = true;
  }

  /** The checkpoints that are there now. */
  void checkpoints(List<Checkpoint> found) {
    if (checkpoints.take(found)) {
      state.retainCheckpoints(checkpoints.names());
      changed = true;
    }
  }

  /**
   * Reads on, at most a slice.
   *
   * @return whether there is more to read at once
   */
  boolean poll(double now) {
    if (records == 0 && startedNanos == 0) {
      startedNanos = System.nanoTime();
    }
    feeds().forEach(f -> f.look(now));
    for (int i = 0; i < SLICE; i++) {
      if (!step()) {
        documents.forEach(this::supplement);
        checkpoints.rest(state::addCheckpoint);
        passDone();
        return false;
      }
    }
    return true;
  }

  /** Applies the next record of any log; false when there is none. */
  private boolean step() {
    LogRecord lead = leading == null ? null : leading.peek();
    Feed next = others.isEmpty() ? null : earliest(lead);
    if (next == null && lead == null) {
      return false;
    }
    Feed from = next == null ? leading : next;
    if (leading == null && from.peek().kind() == Kind.TRAIN) {
      others.remove(from); // found before its first training record
      leading = from;
    }
    LogRecord record = from.peek();
    from.take(); // also when applying it fails: it must not come again
    apply(record);
    if (from == leading && state.attempt() != attempt) {
      attempt = state.attempt();
      others.forEach(f -> f.raiseAttempt(attempt));
    }
    return true;
  }

  private void apply(LogRecord record) {
    if (!checkpoints.isEmpty()) {
      checkpoints.due(record.time(), state.position(), state::addCheckpoint);
    }
    state.apply(record);
    records++;
    changed = true;
  }

  /** The other log whose next record comes before the leading one's, or null. */
  private Feed earliest(LogRecord lead) {
    Feed first = null;
    for (Feed feed : others) {
      LogRecord record = feed.peek();
      if (record != null
          && (lead == null || isDue(feed, record, lead))
          && isBefore(record, first)) {
        first = feed;
      }
    }
    return first;
  }

  private boolean isDue(Feed feed, LogRecord record, LogRecord lead) {
    if (!Double.isNaN(record.time()) && !Double.isNaN(lead.time())) {
      return record.time() < lead.time();
    }
    double position = record.value(Signal.POSITION);
    return feed.attempt() < attempt || (feed.attempt() == attempt && position <= state.position());
  }

  private static boolean isBefore(LogRecord record, Feed first) {
    return first == null
        || record.time() < first.peek().time()
        || (Double.isNaN(record.time())
            && record.value(Signal.POSITION) < first.peek().value(Signal.POSITION));
  }

  private void supplement(Feed document) {
    for (LogRecord record = document.peek(); record != null; record = document.peek()) {
      state.supplement(record);
      document.take();
      changed = true;
    }
  }

  private void passDone() {
    if (!firstPassDone) {
      firstPassDone = true;
      double seconds = (System.nanoTime() - startedNanos) / 1e9;
      long bytes = feeds().mapToLong(Feed::size).sum();
      String took = "%.3f".formatted(seconds);
      String shown = name.replaceAll("\\p{Cntrl}+", " ");
      log.info("first pass of {}: {} records, {} bytes in {} s", shown, records, bytes, took);
    }
  }

  /** Makes what was read visible, once the first pass is done. */
  void publish() {
    if (firstPassDone && changed) {
      var identity = new RunSnapshot.Identity(name, below, Writers.of(format, fields.all()));
      snapshot = state.snapshot(identity, FreeSpace.of(directory));
      changed = false;
    }
  }

  /** Null until the first pass is done. */
  RunSnapshot snapshot() {
    return snapshot;
  }

  Watched watched() {
    return new Watched(snapshot, directory, feeds().map(f -> f.path).toList());
  }

  boolean isFirstPassDone() {
    return firstPassDone;
  }

  boolean isGone() {
    return feeds().allMatch(Feed::isGone);
  }

  long lag() {
    return feeds().mapToLong(Feed::lag).sum();
  }

  /** When the newest of its logs was written, seconds since 1970. */
  double modified() {
    return feeds().mapToDouble(Feed::modified).filter(m -> !Double.isNaN(m)).max().orElse(0);
  }

  private Stream<Feed> feeds() {
    Stream<Feed> lead = leading == null ? Stream.empty() : Stream.of(leading);
    return Stream.of(lead, others.stream(), documents.stream()).flatMap(s -> s);
  }
}
