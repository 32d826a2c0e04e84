package org.trainingexporter.history;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.history.remote.RemoteCoverage;
import org.trainingexporter.history.sample.SampleBatch;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.service.step.GuardedCalls;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.RunListener;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.log.PollResult;

/**
 * Replays one run by the wall times of its records. Before a record is applied, every tick up to
 * its time is written as a scrape would have read it then; ticks that the receiver has already are
 * left out. Keeps nothing but one batch. One thread at a time.
 */
final class RunHistory implements RunListener {
  /** Newer ticks are left to the scrape: which of them exist is certain only later; seconds. */
  private static final double SETTLED = 120;

  /** The stretch of time for which the receiver is asked at once; seconds. */
  private static final double STRETCH = 6 * 3600;

  /** A record that is this far ahead of now, in seconds, has a wrong time. */
  private static final double FARTHEST = 3600;

  /** What is left to do. */
  enum Remaining {
    /** Continue at once. */
    MORE,

    /** Reading hangs: continue when it goes on. */
    HANGS,

    /** Nothing can be written for now: a record lies beyond the horizon, or the run goes on. */
    IDLE,

    /** All there was is written; there is more only when the log grows. */
    DONE;

    /** Whether the run is to be continued as soon as that is possible. */
    boolean isWhenPossible() {
      return this == MORE || this == HANGS;
    }
  }

  private final String run;
  private final Receiver receiver;
  private final double interval;
  private final SampleBatch batch;
  private final TrainingMetrics metrics;
  private final RunTicks ticks;
  private final Replay replay;
  private final GuardedCalls calls;
  private final double started;
  private final GuessedPast guessed;
  private RunSnapshot snapshot;
  private Instant scraped = Instant.EPOCH;

  /** Whether the record that was read last may not be applied yet. */
  private boolean heldBack;

  /** The first tick of the newest batch, and the last one, in seconds since 1970. */
  private double batchFrom = Double.NaN;

  private double batchTo = Double.NaN;
  private boolean written;

  /**
   * @param now seconds since 1970
   */
  RunHistory(
      Watcher watcher,
      PublishedRun watched,
      HistoryOptions options,
      Receiver receiver,
      GuardedCalls calls,
      double now) {
    this.run = watched.run().identity().name();
    this.receiver = receiver;
    this.calls = calls;
    this.interval = options.interval().toMillis() / 1e3;
    this.batch = new SampleBatch(options.labels(), options.interval().toMillis());
    this.metrics =
        new TrainingMetrics(() -> List.of(snapshot), () -> scraped, options.maxSeriesPerRun());
    this.ticks = new RunTicks(options.interval().toMillis(), batch, this::scrape);
    this.replay = watcher.replay(watched, this);
    this.started = now;
    this.guessed = new GuessedPast(run, receiver, now);
  }

  boolean isOf(PublishedRun watched) {
    return replay.isOf(watched);
  }

  /**
   * Reads and writes on, for some tens of milliseconds and as long as the receiver takes for a
   * batch.
   *
   * @param watched the run as it is watched now
   */
  Remaining advance(PublishedRun watched, double now) throws IOException, InterruptedException {
    if (!guessed.mayBeWritten(watched.run().times(), STRETCH)) {
      return Remaining.DONE;
    }
    ticks.setGrid(FineGrid.of(watched.run(), Math.round(interval * 1e3)));
    ticks.setHorizon((receiver.answersQueries() ? now : Math.min(now, started)) - SETTLED);
    heldBack = false;
    snapshot = null; // checkpoints may have gone
    Optional<PollResult> read = calls.call(run, () -> replay.poll(watched, now));
    if (read.isEmpty()) {
      return Remaining.HANGS;
    }
    boolean reading = read.get() == PollResult.MORE;
    // What holds a record back holds back the ticks behind it too, and is found again here.
    RunTicks.Reach reach = reading ? RunTicks.Reach.REACHED : ticks.reachHorizon();
    if (reach == RunTicks.Reach.NEEDS_COVERAGE) {
      readCoverage();
      return Remaining.MORE;
    }
    boolean more = reading || reach == RunTicks.Reach.NEEDS_WRITE;
    if (batch.size() > 0 && (!reading || batch.isFull())) {
      receiver.write(run, batch);
      written = true;
      batch.clear();
      more |= ticks.isBehindHorizon();
    }
    if (more) {
      return Remaining.MORE;
    }
    return !heldBack && ticks.isSilent() ? Remaining.DONE : Remaining.IDLE;
  }

  private List<MetricFamilySamples> scrape(long tick) {
    snapshot = snapshot == null ? replay.snapshot() : snapshot;
    scraped = Instant.ofEpochMilli(tick);
    batchTo = tick / 1e3;
    batchFrom = batch.size() == 0 ? batchTo : batchFrom;
    return metrics.collect();
  }

  private void readCoverage() throws IOException, InterruptedException {
    double from = ticks.next();
    double to = Math.min(from + STRETCH, ticks.horizon());
    ticks.setCoverage(receiver.coverage(run, from, to, RemoteCoverage.around(interval)));
  }

  /** Whether anything was sent to the receiver. */
  boolean hasWritten() {
    return written;
  }

  /**
   * Whether the receiver's answers show what was written last: some receivers show late samples
   * only hours later. Guessed times are written once, whatever becomes of them.
   *
   * @throws IOException if the receiver cannot be reached and another try is of no use
   */
  boolean canBeCompared(PublishedRun watched) throws IOException, InterruptedException {
    return watched.run().times().origin() != TimeOrigin.GUESSED
        && !receiver.coverage(run, batchFrom, batchTo, 0).isEmpty();
  }

  /** Bytes of the run's logs that are not read yet. */
  long lag() {
    return replay.lag();
  }

  @Override
  public boolean before(LogRecord record, RunState state) {
    if (!isTimed(record)) {
      return true;
    }
    RunTicks.Reach reach =
        record.kind() == RecordKind.TRAIN
            ? ticks.reachTraining(record.time())
            : ticks.reach(record.time());
    heldBack = reach != RunTicks.Reach.REACHED;
    return !heldBack;
  }

  @Override
  public boolean before(Checkpoint checkpoint) {
    boolean applies =
        !ticks.hasBegun() || ticks.reach(checkpoint.saved()) == RunTicks.Reach.REACHED;
    snapshot = applies ? null : snapshot;
    return applies;
  }

  @Override
  public void after(LogRecord record, Applied applied, RunState state) {
    snapshot = null;
    if (applied.isTraining()) {
      ticks.trained();
    }
    if (isTimed(record)) {
      ticks.applied(record.time());
    }
  }

  /** Whether its time is known and plausible: waiting for a wrong one would end the history. */
  private boolean isTimed(LogRecord record) {
    return record.time() < ticks.horizon() + FARTHEST;
  }
}
