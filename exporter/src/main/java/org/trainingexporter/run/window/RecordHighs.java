package org.trainingexporter.run.window;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * The highest value so far, and those that were the highest before it, so that a rewind finds the
 * highest up to a position. Memory is bounded: of too many the oldest are dropped.
 */
public final class RecordHighs {
  private static final int MOST = 4_096;

  private record High(double position, double value) {}

  private final Deque<High> highs = new ArrayDeque<>();

  /** Adds a finite value. */
  public void add(double position, double value) {
    if (highs.isEmpty() || value > highs.getLast().value) {
      if (highs.size() == MOST) {
        highs.removeFirst();
      }
      highs.addLast(new High(position, value));
    }
  }

  /** Drops what stands above the position; a value without one stays. */
  public void rewind(double to) {
    highs.removeIf(high -> high.position > to);
  }

  public void clear() {
    highs.clear();
  }

  /** NaN where there is none. */
  public double highest() {
    return highs.isEmpty() ? Double.NaN : highs.getLast().value;
  }
}
