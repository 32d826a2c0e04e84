package org.trainingexporter.run.rank;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.Arrays;
import org.trainingexporter.run.window.RollingWindow;

/**
 * The newest losses of one rank with their positions, to be compared with another's. One thread.
 */
final class StepLosses {
  private static final int MOST = 50;

  private final double[] positions = new double[MOST];
  private final double[] losses = new double[MOST];
  private int size;

  /** Adds the loss of a position that is not below the one before. */
  void add(double position, double loss) {
    if (size == MOST) {
      size--;
      System.arraycopy(positions, 1, positions, 0, size);
      System.arraycopy(losses, 1, losses, 0, size);
    }
    positions[size] = position;
    losses[size++] = loss;
  }

  void clear() {
    size = 0;
  }

  /** The median of the losses; unknown where there are none. */
  double median() {
    return median(Arrays.copyOf(losses, size));
  }

  /** The median of what these are above the other's at the same positions; unknown without any. */
  double above(StepLosses other) {
    double[] differences = new double[size];
    int found = 0;
    int at = 0;
    for (int i = 0; i < size; i++) {
      while (at < other.size && other.positions[at] < positions[i]) {
        at++;
      }
      if (at < other.size && other.positions[at] == positions[i]) {
        differences[found++] = losses[i] - other.losses[at];
      }
    }
    return median(Arrays.copyOf(differences, found));
  }

  private static double median(double[] values) {
    Arrays.sort(values);
    return values.length == 0 ? UNKNOWN : RollingWindow.median(values, values.length);
  }
}
