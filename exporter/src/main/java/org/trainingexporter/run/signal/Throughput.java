package org.trainingexporter.run.signal;

import org.trainingexporter.run.window.RollingWindow;

/**
 * Times of records: first, newest, the usual gap, the longest, and what a counter gains a second.
 * Pauses do not poison the mean: a gap of more than ten times the usual one is left out of it, and
 * time that jumps back counts as none. All times are seconds since 1970, NaN while unknown.
 */
public final class Throughput {
  private static final double PAUSE = 10;

  private double first = Double.NaN;
  private boolean startIsUnknown;
  private double newest = Double.NaN;
  private final RollingWindow gaps = new RollingWindow(20);
  private double longestGap;
  private double before = Double.NaN;
  private double beforeAt = Double.NaN;
  private final RollingWindow gains = new RollingWindow(100);
  private final RollingWindow seconds = new RollingWindow(100);

  /** Any record. */
  public void record(double time) {
    if (!Double.isNaN(time)) {
      first = Double.isNaN(first) && !startIsUnknown ? time : first;
      newest = Double.isNaN(newest) ? time : Math.max(newest, time);
    }
  }

  /** A training record at that position. */
  public void train(double position, double time) {
    if (Double.isNaN(time)) {
      startIsUnknown = Double.isNaN(first);
      return;
    }
    double gap = time - before;
    if (gap > 0) {
      double gain = position - beforeAt;
      if (gain > 0) {
        gains.add(position, gain);
        seconds.add(position, gap);
      }
      longestGap = Math.max(longestGap, gap);
    }
    if (gap >= 0) {
      gaps.add(position, gap);
    }
    if (Double.isNaN(gap) || gap != 0) {
      before = time;
      beforeAt = position;
    }
  }

  public void rewind(double to) {
    gains.rewind(to);
    seconds.rewind(to);
    beforeAt = Double.NaN;
  }

  /** The pause before a new attempt is no gap of it. */
  public void restart() {
    gains.clear();
    seconds.clear();
    gaps.clear();
    before = Double.NaN;
    beforeAt = Double.NaN;
  }

  double first() {
    return first;
  }

  double newest() {
    return newest;
  }

  /** The median of the last 20 gaps between training records, in seconds. */
  double interval() {
    return gaps.median();
  }

  /** Seconds. */
  double longestGap() {
    return longestGap;
  }

  /** The newest measured steps a second. */
  double perSecond() {
    return gains.size() == 0 ? Double.NaN : gains.newest() / seconds.newest();
  }

  /** Steps a second over the last 100 training records, pauses left out. */
  double meanPerSecond() {
    double longest = PAUSE * seconds.median();
    double gained = 0;
    double passed = 0;
    for (int i = 0; i < gains.size(); i++) {
      if (seconds.values()[i] <= longest) {
        gained += gains.values()[i];
        passed += seconds.values()[i];
      }
    }
    return gained / passed;
  }

  /**
   * The times as they stand.
   *
   * @param logged seconds since the start, as the log has them, else NaN
   * @param eta the same of what is left
   */
  public TimesSnapshot snapshot(double logged, double eta) {
    double elapsed = Double.isNaN(logged) ? newest - first : logged;
    return new TimesSnapshot(first, newest, interval(), longestGap, elapsed, eta);
  }
}
