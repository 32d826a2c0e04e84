package org.trainingexporter.run.health;

import java.util.Arrays;
import org.trainingexporter.run.window.RollingWindow;
import org.trainingexporter.run.window.SortedWindow;

/**
 * Finds spikes: a spike is a finite value above a multiple of the median of the last 100, and at
 * least 6 scaled median absolute deviations above it, once 20 are known and the median is positive.
 * The deviation is scaled by 1.4826 to estimate a standard deviation (Rousseeuw and Croux, 1993).
 */
public final class SpikeDetector {
  private static final int WINDOW = 100;
  private static final int ENOUGH = 20;
  private static final double DEVIATIONS = 6 * 1.4826;

  private final double factor;
  private final SortedWindow recent = new SortedWindow(WINDOW);

  public SpikeDetector(double factor) {
    this.factor = factor;
  }

  /** Adds a value, and says whether it is a spike over those before it. */
  public boolean add(double position, double value) {
    double median = median();
    boolean isSpike =
        recent.size() >= ENOUGH
            && median > 0
            && value > factor * median
            && value - median >= DEVIATIONS * deviation(median);
    recent.add(position, value);
    return isSpike;
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

  public void rewind(double to) {
    recent.rewind(to);
  }

  public void clear() {
    recent.clear();
  }
}
