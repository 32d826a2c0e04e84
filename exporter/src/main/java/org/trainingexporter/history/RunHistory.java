package org.trainingexporter.history;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.history.remote.RemoteCoverage;
import org.trainingexporter.history.sample.SampleBatch;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.run.Applied;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.RunState;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Replay;
import org.trainingexporter.watch.RunListener;
import org.trainingexporter.watch.Watcher;

/**
 * One run read once more along its records' times: before a record is applied, each tick up to its
 * time is written as a scrape would have read it then. Where the receiver has samples already there
 * are no ticks. A plain step: no thread, nothing kept but one batch.
 */
final class RunHistory implements RunListener {
  /** What is newer is left to the scrape, which is known for sure only some time later. */
  private static final double SETTLED = 120;

  /** A run silent for longer counts as abandoned; seconds. */
  private static final double LONGEST_SILENCE = 24 * 3600;

  /** The stretch that the receiver is asked about at once; seconds. */
  private static final double STRETCH = 6 * 3600;

  /** A record that is as far ahead of now, in seconds, does not tell its time. */
  private static final double FARTHEST = 3600;

  private final String run;
  private final Receiver receiver;
  private final long interval;
  private final SampleBatch batch;
  private final TrainingMetrics metrics;
  private final Replay replay;
  private final double started;
  private RunSnapshot snapshot;
  private RemoteCoverage past = RemoteCoverage.UNASKED;
  private double horizon;
  private long tick = Long.MIN_VALUE;
  private double newest = Double.NaN;
  private long trained;
  private boolean asks;
  private boolean sends;
  private boolean waits;

  /**
   * @param now seconds since 1970
   */
  RunHistory(
      Watcher watcher, PublishedRun watched, HistoryOptions options, Receiver to, double now) {
    run = watched.run().identity().name();
    receiver = to;
    interval = options.interval().toMillis();
    batch = new SampleBatch(options.labels(), interval);
    metrics =
        new TrainingMetrics(
            () -> List.of(snapshot), () -> Instant.ofEpochMilli(tick), options.maxSeriesPerRun());
    replay = watcher.replay(watched, this);
    started = now;
  }

  boolean isOf(PublishedRun watched) {
    return replay.isOf(watched);
  }

  /**
   * Goes on for some tens of milliseconds, and as long as the receiver takes for a batch.
   *
   * @return whether there is more to do at once
   */
  boolean advance(PublishedRun watched, double now) throws IOException, InterruptedException {
    horizon =
        receiver.answersQueries() ? now - SETTLED : Math.min(now - SETTLED, started - SETTLED);
    asks = false;
    sends = false;
    waits = false;
    snapshot = null; // checkpoints may have gone
    boolean more = replay.poll(watched, now);
    if (!more) {
      reach(horizon, false); // silence, unless a record waits for what is asked or sent below
    }
    if (asks) {
      double from = tick / 1e3;
      double to = Math.min(from + STRETCH, horizon);
      past = receiver.past(run, from, to, RemoteCoverage.around(interval / 1e3));
    } else if (batch.size() > 0 && (sends || batch.isFull() || !more)) {
      receiver.write(run, batch);
      batch.clear();
      return more || sends || isBehind();
    }
    return more || asks;
  }

  private boolean isBehind() {
    return tick != Long.MIN_VALUE && tick / 1e3 < horizon;
  }

  /** Whether all there was is written, and more only comes when the log grows. */
  boolean isDone() {
    return !waits && !(horizon < newest + LONGEST_SILENCE);
  }

  long lag() {
    return replay.lag();
  }

  @Override
  public boolean before(LogRecord record, RunState state) {
    boolean comes = !isTimed(record) || reach(record.time(), record.kind() == RecordKind.TRAIN);
    waits |= !comes;
    return comes;
  }

  @Override
  public boolean before(Checkpoint checkpoint) {
    boolean comes = Double.isNaN(newest) || reach(checkpoint.saved(), false);
    snapshot = comes ? null : snapshot;
    return comes;
  }

  @Override
  public void after(LogRecord record, Applied applied, RunState state) {
    snapshot = null;
    trained += applied.isTraining() ? 1 : 0;
    if (isTimed(record)) {
      newest = Double.isNaN(newest) ? record.time() : Math.max(newest, record.time());
    }
  }

  /** Not so where a clock was wrong: waiting for that day would end the history. */
  private boolean isTimed(LogRecord record) {
    return record.time() < horizon + FARTHEST;
  }

  /** Makes each tick up to that time; false while what comes then must wait. */
  private boolean reach(double time, boolean trains) {
    double end = trains ? past.unseen(time, (double) trained) : time;
    if (Double.isNaN(newest)) {
      tick = atOrAfter(time);
    }
    while (tick / 1e3 < Math.min(end, horizon)) {
      if (!past.covers(tick / 1e3)) {
        asks = true;
        return false;
      }
      boolean lacks = past.lacks(tick / 1e3, interval / 1e3);
      if (batch.isFull() || (!lacks && batch.size() > 0)) {
        sends = true;
        return false;
      }
      if (!lacks) {
        batch.reset();
        tick += interval;
      } else if (tick / 1e3 >= newest + LONGEST_SILENCE) {
        batch.end(tick);
        tick = atOrAfter(Math.min(end, horizon));
      } else {
        write();
        tick += interval;
      }
    }
    return end <= horizon;
  }

  private long atOrAfter(double time) {
    return (long) Math.ceil(time * 1e3 / (double) interval) * interval;
  }

  private void write() {
    snapshot = snapshot == null ? replay.snapshot() : snapshot;
    batch.add(tick, metrics.collect());
  }
}
