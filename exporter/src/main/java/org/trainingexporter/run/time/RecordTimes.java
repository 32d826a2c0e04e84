package org.trainingexporter.run.time;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.run.window.RollingWindow;

/**
 * When records came: the first, the newest, and the gaps between training records. Times are
 * seconds since 1970; a time that jumps back makes no gap.
 */
public final class RecordTimes {
  private double first = UNKNOWN;
  private boolean startIsUnknown;
  private double newest = UNKNOWN;
  private final RollingWindow gaps = new RollingWindow(20);
  private double longestGap;
  private double before = UNKNOWN;
  private TimeOrigin origin;

  /** Adds a record of any kind. */
  public void add(double time, TimeOrigin from) {
    origin = TimeOrigin.best(origin, from);
    if (isKnown(time)) {
      first = startIsUnknown ? first : firstKnown(first, time);
      newest = Math.max(firstKnown(newest, time), time);
    }
  }

  /** Adds a training record, after {@link #add}. */
  public void addTraining(double time) {
    if (isUnknown(time)) {
      startIsUnknown = isUnknown(first);
      return;
    }
    double gap = time - before;
    if (gap >= 0) {
      longestGap = Math.max(longestGap, gap);
      gaps.add(0, gap);
    }
    before = time;
  }

  /** The newest time of a record; unknown before the first. */
  public double newest() {
    return newest;
  }

  /** A new attempt begins; the pause before it is no gap of it. */
  public void restart() {
    gaps.clear();
    before = UNKNOWN;
  }

  /** Where the times come from, at best; null before the first record. */
  public TimeOrigin origin() {
    return origin;
  }

  /**
   * The times now.
   *
   * @param elapsed seconds since the start, as logged, or unknown
   * @param eta seconds left, as logged, or unknown
   */
  public TimesSnapshot snapshot(double elapsed, double eta) {
    return new TimesSnapshot(
        first,
        newest,
        gaps.median(),
        longestGap,
        firstKnown(elapsed, newest - first),
        eta,
        origin == null ? TimeOrigin.ARRIVAL : origin);
  }
}
