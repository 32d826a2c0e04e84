package org.trainingexporter.run.window;

import java.util.Arrays;

/** The newest values of a signal, kept in order too, so that their median costs no sorting. */
public final class SortedWindow {
  private final RollingWindow recent;
  private final int most;

  /** The same values ascending. */
  private double[] sorted = new double[0];

  public SortedWindow(int most) {
    this.most = most;
    this.recent = new RollingWindow(most);
  }

  /** Moves the slot of the oldest value, or the first free one, to where the new value belongs. */
  public void add(double position, double value) {
    int size = recent.size();
    if (size == sorted.length && size < most) {
      sorted = Arrays.copyOf(sorted, Math.min(most, Math.max(8, 2 * size)));
    }
    int gap = recent.isFull() ? place(recent.oldest(), size) : size;
    int at = place(value, size);
    if (at > gap) {
      at--;
      System.arraycopy(sorted, gap + 1, sorted, gap, at - gap);
    } else {
      System.arraycopy(sorted, at, sorted, at + 1, gap - at);
    }
    sorted[at] = value;
    recent.add(position, value);
  }

  /**
   * How many values are less: each step is a choice of two numbers, which no branch has to guess.
   */
  private int place(double value, int size) {
    int from = 0;
    for (int left = size; left > 0; ) {
      int half = (left + 1) >>> 1;
      from += sorted[from + half - 1] < value ? half : 0;
      left -= half;
    }
    return from;
  }

  /** Unknown when empty. */
  public double median() {
    return RollingWindow.median(sorted, recent.size());
  }

  /**
   * The value that a share of all are at most; only when there is one.
   *
   * @param share above 0, at most 1
   */
  public double quantile(double share) {
    return quantile(sorted, recent.size(), share);
  }

  /** The same of an ascending array's first values. */
  public static double quantile(double[] sorted, int size, double share) {
    return sorted[(int) Math.ceil(share * size) - 1];
  }

  /** Oldest first. */
  public double[] values() {
    return recent.values();
  }

  /** That many of the newest, in any order; only when there are so many. */
  public double[] newest(int most) {
    double[] out = new double[most];
    for (int i = 0; i < most; i++) {
      out[i] = recent.recent(i);
    }
    return out;
  }

  public int size() {
    return recent.size();
  }

  /** Drops values above that position. */
  public void rewind(double to) {
    recent.rewind(to);
    double[] left = recent.values();
    Arrays.sort(left);
    System.arraycopy(left, 0, sorted, 0, left.length);
  }

  public void clear() {
    recent.clear();
  }
}
