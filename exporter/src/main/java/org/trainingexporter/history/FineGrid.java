package org.trainingexporter.history;

import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.time.TimesSnapshot;

/**
 * Where a run has ticks besides those of the interval: one after each record, so that a run of
 * seconds or minutes keeps the course of its log.
 *
 * @param step milliseconds: such ticks are whole multiples of it
 * @param gap seconds between two training records, on average
 * @param fillsScrapes whether they also stand between scrapes
 */
record FineGrid(long step, double gap, boolean fillsScrapes) {
  /** No other ticks. */
  static final FineGrid NONE = new FineGrid(Long.MAX_VALUE, Double.NaN, false);

  /** The finest step; milliseconds. */
  private static final long FINEST = 1_000;

  /** At most that many samples of a signal, for the whole run. */
  private static final double SAMPLES = 2_000;

  /** Between the scrapes of a run that lasts longer, nothing is written; seconds. */
  private static final double SHORT = 1_800;

  /**
   * The grid of a run as it is now.
   *
   * @param interval milliseconds
   */
  static FineGrid of(RunSnapshot run, long interval) {
    TimesSnapshot times = run.times();
    double lasts = times.newest() - times.first();
    long records = run.counts().records().getOrDefault(RecordKind.TRAIN, 0L);
    double gap = lasts / (double) Math.max(1, records - 1);
    long step = step(lasts, interval);
    boolean isShort = lasts < SHORT;
    if (!(lasts > 0) || step >= interval || !(isShort || gap <= interval / 2e3)) {
      return NONE;
    }
    return new FineGrid(step, gap, isShort && times.origin() == TimeOrigin.LOGGED);
  }

  /** The smallest part of the interval in whole seconds that is wide enough, else the interval. */
  private static long step(double lasts, long interval) {
    for (long step = FINEST; step < interval; step += FINEST) {
      if (interval % step == 0 && lasts * 1e3 / (double) step <= SAMPLES) {
        return step;
      }
    }
    return interval;
  }
}
