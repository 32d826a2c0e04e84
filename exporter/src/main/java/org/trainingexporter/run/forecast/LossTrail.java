package org.trainingexporter.run.forecast;

import java.util.Arrays;

/**
 * The losses of an attempt, thinned to means of equally many: at most 256 points of a position and
 * a mean each. Whatever comes is part of a point once the point is full.
 */
final class LossTrail {
  private static final int MOST = 256;
  private static final int FIRST = 16;

  private double[] positions = new double[FIRST];
  private double[] losses = new double[FIRST];
  private int size;

  /** How many losses a point is the mean of. */
  private long each = 1;

  private double positionSum;
  private double lossSum;
  private long pending;

  /** How many losses came, over all points. */
  private long count;

  /** Adds a loss; true where it completes a point. */
  boolean add(double position, double loss) {
    count++;
    positionSum += position;
    lossSum += loss;
    if (++pending < each) {
      return false;
    }
    append(positionSum / pending, lossSum / pending);
    startPoint();
    return true;
  }

  private void append(double position, double loss) {
    if (size == positions.length) {
      positions = Arrays.copyOf(positions, 2 * size);
      losses = Arrays.copyOf(losses, 2 * size);
    }
    positions[size] = position;
    losses[size++] = loss;
    if (size == MOST) {
      halve();
    }
  }

  private void halve() {
    for (int i = 0; i < size / 2; i++) {
      positions[i] = (positions[2 * i] + positions[2 * i + 1]) / 2;
      losses[i] = (losses[2 * i] + losses[2 * i + 1]) / 2;
    }
    size /= 2;
    each *= 2;
  }

  private void startPoint() {
    positionSum = 0;
    lossSum = 0;
    pending = 0;
  }

  /** Drops what is above that position. */
  void rewind(double to) {
    int kept = 0;
    while (kept < size && positions[kept] <= to) {
      kept++;
    }
    count = kept * each;
    size = kept;
    startPoint();
  }

  void clear() {
    size = 0;
    count = 0;
    each = 1;
    startPoint();
  }

  long count() {
    return count;
  }

  /** The newest points, at most {@code most} and half of all: their positions. */
  double[] lastPositions(int most) {
    return Arrays.copyOfRange(positions, size - lastHalf(most), size);
  }

  /** The same points: their means. */
  double[] lastLosses(int most) {
    return Arrays.copyOfRange(losses, size - lastHalf(most), size);
  }

  private int lastHalf(int most) {
    return Math.min(most, (size + 1) / 2);
  }
}
