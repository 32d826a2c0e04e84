package org.trainingexporter.run.position;

import java.util.TreeMap;

/**
 * Where a training stands by its own counter, and what a step back in it means: the training began
 * again, it went back to a checkpoint, or two processes write one file. Counts are NaN while
 * unknown.
 */
public final class PositionTracker {
  /** What a training record did to the position. */
  public enum Move {
    FORWARD,
    RESTART,
    REWIND
  }

  /** How many training records back two processes in one file are looked for. */
  private static final int LOOK_BACK = 20;

  /** Counts of the newest training records, newest first; one more than are looked at. */
  private final double[] counts = new double[LOOK_BACK + 1];

  private int known;

  /** The sum of finished epochs' last counters at the start of each epoch that began anew. */
  private final TreeMap<Double, Double> finished = new TreeMap<>();

  private double offset;
  private double counter = Double.NaN;
  private double epoch = Double.NaN;
  private double first = Double.NaN;
  private double position = Double.NaN;
  private double steps;

  /** Takes a training record's own counter and its epoch; either may be NaN, not both. */
  public Move train(double ownCounter, double itsEpoch) {
    double count = count(ownCounter, itsEpoch);
    Move move = move(count);
    System.arraycopy(counts, 0, counts, 1, LOOK_BACK);
    counts[0] = count;
    known = Math.min(known + 1, counts.length);
    switch (move) {
      case FORWARD -> {
        if (Double.isNaN(first)) {
          first = count;
          position = count;
        } else {
          advance(count);
        }
      }
      case RESTART -> {
        first = count;
        position = count;
      }
      case REWIND -> position = count;
    }
    return move;
  }

  /** A record of another kind that counts with the same key: it only moves the position forward. */
  public void other(double ownCounter) {
    if (Double.isNaN(position)) {
      position = offset + ownCounter;
    } else {
      advance(offset + ownCounter);
    }
  }

  private void advance(double count) {
    if (count > position) {
      steps += count - position;
      position = count;
    }
  }

  /** The counter, plus the last values of the epochs before where it restarts with each. */
  private double count(double ownCounter, double itsEpoch) {
    if (itsEpoch > epoch && ownCounter < counter) {
      offset += counter;
      finished.put(itsEpoch, offset);
    } else if (itsEpoch < epoch && !finished.isEmpty()) {
      var start = finished.floorEntry(itsEpoch);
      offset = start == null ? 0 : start.getValue();
    }
    counter = ownCounter;
    if (!Double.isNaN(itsEpoch)) {
      epoch = itsEpoch;
    }
    return offset + ownCounter;
  }

  private Move move(double count) {
    if (known == 0 || Double.isNaN(first) || count >= counts[0]) {
      return Move.FORWARD;
    }
    if (count <= first || count <= counts[0] / 10) {
      return Move.RESTART;
    }
    return isShared() ? Move.FORWARD : Move.REWIND;
  }

  /**
   * Whether one of the newest training records repeated the one before it, or fell below it and was
   * overtaken by the very next: then two processes write the file.
   */
  private boolean isShared() {
    for (int i = 0; i + 1 < known && i < LOOK_BACK; i++) {
      boolean repeated = counts[i] == counts[i + 1];
      boolean overtaken = i > 0 && counts[i] < counts[i + 1] && counts[i - 1] > counts[i + 1];
      if (repeated || overtaken) {
        return true;
      }
    }
    return false;
  }

  /** The run is counted by another key from now on. */
  public void recount() {
    known = 0;
    offset = 0;
    finished.clear();
    counter = Double.NaN;
    first = Double.NaN;
    position = Double.NaN;
  }

  /** A counter as a position: with the finished epochs before it. */
  public double of(double ownCounter) {
    return offset + ownCounter;
  }

  public double position() {
    return position;
  }

  /** The sum of the forward moves. */
  public double steps() {
    return steps;
  }

  public boolean hasTrained() {
    return !Double.isNaN(first);
  }
}
