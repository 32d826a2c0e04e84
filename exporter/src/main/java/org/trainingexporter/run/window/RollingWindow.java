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

  /** The oldest value; only when there is one. */
  double oldest() {
    return values[(next - size + values.length) % values.length];
  }

  /** Unknown when empty. */
  public double mean() {
    return Arrays.stream(values()).average().orElse(UNKNOWN);
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
