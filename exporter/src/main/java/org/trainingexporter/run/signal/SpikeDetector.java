package org.trainingexporter.run.signal;

import java.util.Arrays;
import org.trainingexporter.run.window.RollingWindow;
import org.trainingexporter.run.window.SortedWindow;

/**
 * Tells a spike: a finite value above a multiple of the median of the last 100, and at least 6
 * scaled median absolute deviations above it, once 20 are known and the median is positive. The
 * deviation is scaled by 1.4826 to stand for a standard deviation (Rousseeuw and Croux, 1993).
 */
final class SpikeDetector {
  private static final int WINDOW = 100;
  private static final int ENOUGH = 20;
  private static final double DEVIATIONS = 6 * 1.4826;

  private final double factor;
  private final SortedWindow recent = new SortedWindow(WINDOW);

  SpikeDetector(double factor) {
    this.factor = factor;
  }

  /** Whether the value is a spike over those before it, which it then joins. */
  boolean add(double position, double value) {
    double median = median();
    boolean spike =
        recent.size() >= ENOUGH
            && median > 0
            && value > factor * median
            && value - median >= DEVIATIONS * deviation(median);
    recent.add(position, value);
    return spike;
  }

  double median() {
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

  void rewind(double to) {
    recent.rewind(to);
  }

  void clear() {
    recent.clear();
  }
}
