package org.trainingexporter.run;

import java.util.Arrays;

/**
 * Tells a spike: a finite value above a multiple of the median of the last 100, and at least 6
 * scaled median absolute deviations above it, once 20 are known and the median is positive. The
 * deviation is scaled by 1.4826 to stand for a standard deviation (Rousseeuw and Croux, 1993).
 */
final class SpikeWatch {
  private static final int WINDOW = 100;
  private static final int ENOUGH = 20;
  private static final double DEVIATIONS = 6 * 1.4826;

  private final double factor;
  private final Recent recent = new Recent(WINDOW);

  /** The same values ascending, so that the median costs no sorting for each record. */
  private double[] sorted = new double[0];

  SpikeWatch(double factor) {
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
    insert(position, value);
    return spike;
  }

  double median() {
    return Recent.median(sorted, recent.size());
  }

  private double deviation(double median) {
    double[] off = recent.values();
    for (int i = 0; i < off.length; i++) {
      off[i] = Math.abs(off[i] - median);
    }
    Arrays.sort(off);
    return Recent.median(off, off.length);
  }

  /** The place of the oldest value, or the first free one, moves to where the new one belongs. */
  private void insert(double position, double value) {
    int size = recent.size();
    if (size == sorted.length && size < WINDOW) {
      sorted = Arrays.copyOf(sorted, Math.min(WINDOW, Math.max(8, 2 * size)));
    }
    int gap = recent.isFull() ? Arrays.binarySearch(sorted, recent.oldest()) : size;
    int at = Arrays.binarySearch(sorted, 0, size, value);
    at = at < 0 ? -at - 1 : at;
    if (at > gap) {
      at--;
      System.arraycopy(sorted, gap + 1, sorted, gap, at - gap);
    } else {
      System.arraycopy(sorted, at, sorted, at + 1, gap - at);
    }
    sorted[at] = value;
    recent.add(position, value);
  }

  void rewind(double to) {
    recent.rewind(to);
    double[] left = recent.values();
    Arrays.sort(left);
    System.arraycopy(left, 0, sorted, 0, left.length);
  }

  void clear() {
    recent.clear();
  }
}
