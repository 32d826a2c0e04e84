package org.trainingexporter.history;

import io.prometheus.client.Collector.MetricFamilySamples;
import java.util.List;
import java.util.function.LongFunction;
import org.trainingexporter.history.remote.RemoteCoverage;
import org.trainingexporter.history.sample.SampleBatch;

/**
 * The ticks of one run: whole multiples of the interval and, on a fine grid, one after each record.
 * Each tick that the receiver lacks is added to the batch as a scrape would have read it then.
 * Times are seconds since 1970. One thread.
 */
final class RunTicks {
  /** A run that is silent for longer counts as abandoned; seconds. */
  static final double LONGEST_SILENCE = 24 * 3600;

  /** Why the ticks ended where they did. */
  enum Reach {
    /** All ticks up to the time are made. */
    REACHED,

    /** The time lies beyond the horizon; all ticks up to the horizon are made. */
    BEYOND_HORIZON,

    /** Whether the receiver has the next tick is not known yet. */
    NEEDS_COVERAGE,

    /** The batch must be written first. */
    NEEDS_WRITE
  }

  private final long interval;
  private final SampleBatch batch;
  private final LongFunction<List<MetricFamilySamples>> scrape;
  private RemoteCoverage coverage = RemoteCoverage.UNKNOWN;
  private double horizon;
  private FineGrid grid = FineGrid.NONE;
  private long tick = Long.MIN_VALUE;
  private long passed = Long.MIN_VALUE;
  private boolean changed;
  private double newest = Double.NaN;
  private long trained;

  /**
   * @param interval milliseconds
   * @param scrape what a scrape at a tick, in milliseconds, reads of the run as it stands
   */
  RunTicks(long interval, SampleBatch batch, LongFunction<List<MetricFamilySamples>> scrape) {
    this.interval = interval;
    this.batch = batch;
    this.scrape = scrape;
  }

  /** Sets the time up to which ticks may be made. */
  void setHorizon(double time) {
    horizon = time;
  }

  double horizon() {
    return horizon;
  }

  /** Sets where ticks lie between those of the interval. */
  void setGrid(FineGrid fine) {
    grid = fine;
  }

  /** Sets what the receiver has of the run. */
  void setCoverage(RemoteCoverage known) {
    coverage = known;
  }

  /** The next tick. */
  double next() {
    return tick / 1e3;
  }

  boolean isBehindHorizon() {
    return tick != Long.MIN_VALUE && next() < horizon;
  }

  /** Whether the newest record is so old that the run's series have ended before the horizon. */
  boolean isSilent() {
    return !(horizon < end());
  }

  /** One tick says that the run is abandoned: its newest sample is what is known of it later. */
  private double end() {
    return newest + LONGEST_SILENCE + interval / 1e3;
  }

  /** Whether a record was applied yet. */
  boolean hasBegun() {
    return !Double.isNaN(newest);
  }

  /** A training record was applied. */
  void trained() {
    trained++;
  }

  /** A record of that time was applied. */
  void applied(double time) {
    newest = Double.isNaN(newest) ? time : Math.max(newest, time);
    changed = true;
    if (grid.step() < interval) {
      tick = Math.min(tick, Math.max(atOrAfter(time, grid.step()), behind(passed, grid.step())));
    }
  }

  /** Makes the ticks up to a training record that is to be applied. */
  Reach reachTraining(double time) {
    return reach(time, coverage.unseenUntil(time, (double) trained));
  }

  /** Makes the ticks up to a time. */
  Reach reach(double time) {
    return reach(time, time);
  }

  /** Makes the ticks up to the horizon. */
  Reach reachHorizon() {
    return reach(horizon);
  }

  private Reach reach(double time, double end) {
    if (!hasBegun()) {
      tick = atOrAfter(time, interval);
    }
    while (next() < Math.min(end, horizon)) {
      if (!coverage.covers(next())) {
        return Reach.NEEDS_COVERAGE;
      }
      if (batch.isFull()) {
        return Reach.NEEDS_WRITE;
      }
      if (coverage.isBetween(passed / 1e3, next())) {
        batch.restate();
      }
      long made = tick;
      tick = behind(made, interval);
      if (lacks(made / 1e3)) {
        if (made / 1e3 >= end()) {
          batch.end(made);
          tick = atOrAfter(Math.min(end, horizon), interval);
        } else {
          batch.add(made, scrape.apply(made));
        }
      }
      passed = made;
      changed = false;
    }
    return end <= horizon ? Reach.REACHED : Reach.BEYOND_HORIZON;
  }

  private boolean lacks(double time) {
    return coverage.lacks(time, interval / 1e3)
        || (changed && grid.fillsScrapes() && coverage.fits(time, grid.gap(), (double) trained));
  }

  private static long atOrAfter(double time, long step) {
    return (long) Math.ceil(time * 1e3 / (double) step) * step;
  }

  /** The first multiple of the step behind a tick, in milliseconds. */
  private static long behind(long made, long step) {
    return made == Long.MIN_VALUE ? made : (Math.floorDiv(made, step) + 1) * step;
  }
}
