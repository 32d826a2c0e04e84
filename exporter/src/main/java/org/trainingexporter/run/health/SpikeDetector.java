package org.trainingexporter.run.health;

import java.util.Arrays;
import org.trainingexporter.run.position.RecordPosition;
import org.trainingexporter.run.window.RollingWindow;
import org.trainingexporter.run.window.SortedWindow;

/**
 * Finds spikes. A value is high when it is above a multiple of the median of its window, at least 6
 * scaled median absolute deviations above it, and above a multiple of its 95th percentile, so that
 * values which are often high are not; once 20 are known and the median is positive. The window is
 * the last 100 values, but at most a fifth of the attempt's and at least 20: in a short log the
 * fall of the curve is no noise. The deviation is scaled by 1.4826 to estimate a standard deviation
 * (Rousseeuw and Croux, 1993).
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
  private static final int SHARE_OF_WINDOW = 5;

  private final double overMedian;
  private final double overUpper;
  private final SortedWindow recent = new SortedWindow(WINDOW);

  /** Counts of the newest spikes. */
  private final RollingWindow spiked = new RollingWindow(WINDOW);

  /** Values of the attempt. */
  private long count;

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
    count++;
    return begins;
  }

  private boolean isHigh(double value) {
    if (recent.size() < ENOUGH) {
      return false;
    }
    long size = Math.max(ENOUGH, count / SHARE_OF_WINDOW);
    return size < recent.size()
        ? isHigh(value, recent.newest((int) size))
        : isAbove(value, recent.median(), recent.quantile(UPPER_SHARE))
            && isFar(value, recent.median(), recent.values());
  }

  /** The same over these values alone. */
  private boolean isHigh(double value, double[] window) {
    double[] sorted = window.clone();
    Arrays.sort(sorted);
    double median = RollingWindow.median(sorted, sorted.length);
    double upper = SortedWindow.quantile(sorted, sorted.length, UPPER_SHARE);
    return isAbove(value, median, upper) && isFar(value, median, window);
  }

  private boolean isAbove(double value, double median, double upper) {
    return median > 0 && value > overMedian * median && value > overUpper * upper;
  }

  public double median() {
    return recent.median();
  }

  private static boolean isFar(double value, double median, double[] window) {
    double[] off = window;
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(off[i] - median);
    }
    Arrays.sort(off);
    return value - median >= DEVIATIONS * RollingWindow.median(off, off.length);
  }

  /** The attempt went back: what spiked there before spikes no second time. */
  public void rewind(double to) {
    recent.rewind(to);
    since = LENGTH;
  }

  public void clear() {
    recent.clear();
    count = 0;
    spiked.clear();
    since = LENGTH;
  }
}
