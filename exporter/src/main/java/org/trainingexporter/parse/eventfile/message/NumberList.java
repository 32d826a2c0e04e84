package org.trainingexporter.parse.eventfile.message;

import java.io.IOException;
import java.util.Arrays;

/** A list of numbers that grows to a bound and is used again. One thread. */
public final class NumberList {
  /** A histogram has a few hundred bins; TensorFlow's widest has 1,549. */
  static final int MOST = 3 * 4_096;

  private double[] values = new double[1];
  private int size;
  private boolean tooMany;

  void clear() {
    size = 0;
    tooMany = false;
  }

  void add(double value) {
    if (size == values.length) {
      if (size >= MOST) {
        tooMany = true;
        return;
      }
      values = Arrays.copyOf(values, Math.max(64, 2 * size));
    }
    values[size++] = value;
  }

  /** Adds the doubles of the field that the input is at. */
  void addAll(MessageInput in) throws IOException {
    if (!in.isPacked()) {
      add(in.number());
      return;
    }
    int outer = in.enter();
    while (in.hasMore()) {
      add(in.fixed64());
    }
    in.leave(outer);
  }

  /** There were more than the list keeps. */
  boolean isCut() {
    return tooMany;
  }

  public int size() {
    return size;
  }

  public double get(int i) {
    return values[i];
  }
}
