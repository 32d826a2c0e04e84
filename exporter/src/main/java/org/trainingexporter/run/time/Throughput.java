package org.trainingexporter.run.time;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.run.window.RollingWindow;

/**
 * What a counter gains a second, measured from the times of records. A pause does not distort the
 * mean: gaps of more than ten times the median gap are left out of it.
 */
public final class Throughput {
  private static final double PAUSE = 10;

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
    if (gap != 0) { // of several records at one time the first is measured from
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

  /** The newest gain a second; unknown before the first. */
  public double perSecond() {
    return gains.size() == 0 ? UNKNOWN : gains.newest() / seconds.newest();
  }

  /** The gain a second over the last 100 gains, pauses left out; unknown before the first. */
  public double meanPerSecond() {
    double longest = PAUSE * seconds.median();
    double[] gained = gains.values();
    double[] passed = seconds.values();
    double gain = 0;
    double time = 0;
    for (int i = 0; i < gained.length; i++) {
      if (passed[i] <= longest) {
        gain += gained[i];
        time += passed[i];
      }
    }
    return gain / time;
  }
}
