package org.trainingexporter.run.health;

import java.util.Arrays;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RollingWindow;
import org.trainingexporter.run.window.SortedWindow;

/**
 * Finds spikes. A value is high when it is above a multiple of the median of the last 100, at least
 * 6 scaled median absolute deviations above it, and above a multiple of their 95th percentile, so
 * that values which are often high are not; once 20 are known and the median is positive. The
 * deviation is scaled by 1.4826 to estimate a standard deviation (Rousseeuw and Croux, 1993).
 *
 * <p>High values within 20 records of each other are one spike, and a step that two processes log
 * spikes once.
 */
public final class SpikeDetector {
  private static final int WINDOW = 100;
  private static final int ENOUGH = 20;
  private static final double DEVIATIONS = 6 * 1.4826;
  private static final double UPPER_SHARE = 0.95;
  private static final int LENGTH = 20;

  private final double overMedian;
  private final double overUpper;
  private final SortedWindow recent = new SortedWindow(WINDOW);

  /** Counts of the newest spikes. */
  private final RollingWindow spiked = new RollingWindow(WINDOW);

  /** Values since the newest high one. */
  private long since = LENGTH;

  /**
   * @param overMedian which multiple of the median a high value exceeds
   * @param overUpper which multiple of the 95th percentile it exceeds
   */
  public SpikeDetector(double overMedian, double overUpper) {
    this.overMedian = overMedian;
    this.overUpper = overUpper;
  }

  /**
   * Adds a value.
   *
   * @param high whether it is high in any case
   * @return whether a spike begins with it
   */
  public boolean add(RecordPosition at, double value, boolean high) {
    boolean isHigh = high || isHigh(value);
    boolean begins = isHigh && since >= LENGTH && !spiked.contains(at.count());
    if (begins) {
      spiked.add(at.position(), at.count());
    }
    since = isHigh ? 0 : since + 1;
    recent.add(at.position(), value);
    return begins;
  }

  private boolean isHigh(double value) {
    double median = recent.median();
    return recent.size() >= ENOUGH
        && median > 0
        && value > overMedian * median
        && value > overUpper * recent.quantile(UPPER_SHARE)
        && value - median >= DEVIATIONS * deviation(median);
  }

  public double median() {
    return recent.median();
  }

  private double deviation(double median) {
    double[] off = recent.values();
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(off[i] - median);
    }
    Arrays.sort(off);
    return RollingWindow.median(off, off.length);
  }

  /** The attempt went back: what spiked there before spikes no second time. */
  public void rewind(double to) {
    recent.rewind(to);
    since = LENGTH;
  }

  public void clear() {
    recent.clear();
    spiked.clear();
    since = LENGTH;
  }
}
