package org.trainingexporter.parse.eventfile.message;

import java.io.IOException;
import java.util.Arrays;

/** A histogram as the first writers have it. Used again. One thread. */
public final class HistogramMessage {
  private final NumberList limits = new NumberList();
  private final NumberList counts = new NumberList();
  private final double[] numbers = new double[5];

  void clear() {
    limits.clear();
    counts.clear();
    Arrays.fill(numbers, 0);
  }

  void read(MessageInput in) throws IOException {
    for (int field = in.next(); field != 0; field = in.next()) {
      switch (field) {
        case 1, 2, 3, 4, 5 -> numbers[field - 1] = in.number();
        case 6 -> limits.addAll(in);
        case 7 -> counts.addAll(in);
        default -> in.skip();
      }
    }
  }

  /** Whether each bin has its count, and none was left out for being too many. */
  public boolean isWhole() {
    return limits.size() == counts.size() && !limits.isCut() && !counts.isCut();
  }

  /** The upper edges of the bins. */
  public NumberList limits() {
    return limits;
  }

  public NumberList counts() {
    return counts;
  }

  public double least() {
    return numbers[0];
  }

  public double most() {
    return numbers[1];
  }

  /** How many elements the tensor has. */
  public double elements() {
    return numbers[2];
  }

  public double sum() {
    return numbers[3];
  }

  public double sumOfSquares() {
    return numbers[4];
  }
}
