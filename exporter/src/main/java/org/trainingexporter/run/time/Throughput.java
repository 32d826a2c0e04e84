package org.trainingexporter.run.time;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.run.window.RollingWindow;

/**
 * What a counter gains a second: always gain over time, never a mean of quotients, so that records
 * that come in bursts do not count for more than the time that they took. A pause is left out: a
 * gap of more than ten minutes and of more than ten times the median gap.
 */
public final class Throughput {
  /** The newest gains count together until they span so many seconds. */
  private static final double LEAST_SPAN = 1;

  private final RollingWindow gains = new RollingWindow(100);
  private final RollingWindow seconds = new RollingWindow(100);
  private double before = UNKNOWN;
  private double countBefore = UNKNOWN;

  /**
   * Adds what the counter shows at a time.
   *
   * @param time seconds since 1970, or unknown
   */
  public void add(double count, double time) {
    if (isUnknown(time)) {
      return;
    }
    double gap = time - before;
    double gain = count - countBefore;
    if (gap > 0 && gain > 0) {
      gains.add(count, gain);
      seconds.add(count, gap);
    }
    boolean waits = gap == 0 || (gap > 0 && gain == 0);
    if (!waits) { // of several records at one time, or of one count, the first is measured from
      before = time;
      countBefore = count;
    }
  }

  /** Drops what was gained above that count. */
  public void rewind(double to) {
    gains.rewind(to);
    seconds.rewind(to);
    countBefore = UNKNOWN;
  }

  /** A new attempt begins; the pause before it is not measured. */
  public void restart() {
    gains.clear();
    seconds.clear();
    before = UNKNOWN;
    countBefore = UNKNOWN;
  }

  /**
   * The gain a second over the newest records that together span at least a second; over all where
   * they do not. Unknown before the first gain.
   */
  public double perSecond() {
    return perSecond(gains, seconds);
  }

  /**
   * The same of any gains.
   *
   * @param seconds that each gain took
   */
  public static double perSecond(RollingWindow gains, RollingWindow seconds) {
    double gain = 0;
    double time = 0;
    for (int i = 0; i < gains.size() && time < LEAST_SPAN; i++) {
      double passed = seconds.recent(i);
      if (time > 0 && passed > StallRule.LEAST) {
        break;
      }
      gain += gains.recent(i);
      time += passed;
    }
    return gain / time;
  }

  /** What was gained by the last 100 gains. */
  public double gained() {
    return gains.sum();
  }

  /** The gain a second over the last 100 gains, pauses left out; unknown before the first. */
  public double meanPerSecond() {
    double longest = StallRule.after(seconds.median(), 0);
    double gain = 0;
    double time = 0;
    for (int i = 0; i < gains.size(); i++) {
      double passed = seconds.recent(i);
      if (passed <= longest) {
        gain += gains.recent(i);
        time += passed;
      }
    }
    return gain / time;
  }
}
