package org.trainingexporter.run.window;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.Arrays;

/**
 * The newest values of a signal, each with its position, up to a fixed number. It grows with its
 * values: of a thousand runs most are short or lack most signals.
 */
public final class RollingWindow {
  private static final int FIRST = 8;

  private final int most;
  private double[] values = new double[0];
  private double[] positions = new double[0];
  private int next;
  private int size;

  public RollingWindow(int most) {
    this.most = most;
  }

  public void add(double position, double value) {
    if (size == values.length && size < most) {
      grow();
    }
    values[next] = value;
    positions[next] = position;
    next = next + 1 == values.length ? 0 : next + 1;
    size = Math.min(size + 1, values.length);
  }

  private void grow() {
    int room = Math.min(most, Math.max(FIRST, 2 * size));
    values = Arrays.copyOf(values(), room);
    positions = Arrays.copyOf(inOrder(positions), room);
    next = size;
  }

  /** Drops values above that position; a value without a position stays. */
  public void rewind(double to) {
    double[] keptValues = values();
    double[] keptPositions = inOrder(positions);
    clear();
    for (int i = 0; i < keptValues.length; i++) {
      if (!(keptPositions[i] > to)) {
        add(keptPositions[i], keptValues[i]);
      }
    }
  }

  public void clear() {
    size = 0;
    next = 0;
  }

  public int size() {
    return size;
  }

  boolean isFull() {
    return size == most;
  }

  /** The newest value; only when there is one. */
  public double newest() {
    return values[(next - 1 + values.length) % values.length];
  }

  /**
   * One of the values.
   *
   * @param back 0 for the newest, 1 for the one before it, and so on; below {@link #size}
   */
  public double recent(int back) {
    return values[(next - 1 - back + 2 * values.length) % values.length];
  }

  /** The oldest value; only when there is one. */
  double oldest() {
    return values[(next - size + values.length) % values.length];
  }

  /** Unknown when empty. */
  public double mean() {
    return Arrays.stream(values()).average().orElse(UNKNOWN);
  }

  /** The mean of that many of the newest values, or of all where there are fewer. */
  public double mean(int newest) {
    int of = Math.min(newest, size);
    double sum = 0;
    for (int i = 0; i < of; i++) {
      sum += recent(i);
    }
    return of == 0 ? UNKNOWN : sum / of;
  }

  /** The sum of the values. */
  public double sum() {
    return Arrays.stream(values()).sum();
  }

  /** Whether one of them is that value. */
  public boolean contains(double value) {
    return Arrays.stream(values()).anyMatch(it -> it == value);
  }

  /** Unknown when empty. */
  public double median() {
    double[] sorted = values();
    Arrays.sort(sorted);
    return median(sorted, size);
  }

  /** The values, oldest first. */
  public double[] values() {
    return inOrder(values);
  }

  private double[] inOrder(double[] ring) {
    double[] out = new double[size];
    for (int i = 0; i < size; i++) {
      out[i] = ring[(next - size + i + ring.length) % ring.length];
    }
    return out;
  }

  /** The median of an ascending array's first values; unknown where there is none. */
  public static double median(double[] sorted, int size) {
    if (size == 0) {
      return UNKNOWN;
    }
    return size % 2 == 1 ? sorted[size / 2] : (sorted[size / 2 - 1] + sorted[size / 2]) / 2;
  }
}
