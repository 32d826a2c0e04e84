package org.trainingexporter.run.position;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import java.util.TreeMap;

/**
 * The position of a training by its own counter, and what a step back of that counter means: the
 * training began again, it went back to a checkpoint, or two processes write one file. Counts are
 * unknown until the first record.
 */
final class TrainingCounter {

  /** Two processes in one file are searched for in this many training records. */
  private static final int LOOK_BACK = 20;

  /** A record of another kind that is further ahead of the training counts something else. */
  private static final double LEAST_LEAP = 1_000;

  /** Counts of the newest training records, newest first; one more than are searched. */
  private final double[] counts = new double[LOOK_BACK + 1];

  private int known;

  /** Of each epoch with which the counter started over: the sum of the counts before it. */
  private final TreeMap<Double, Double> finished = new TreeMap<>();

  private double offset;
  private double counter = UNKNOWN;
  private double epoch = UNKNOWN;

  /** Whether the newest record named its epoch: else the next one's is no sign of a new start. */
  private boolean hadEpoch;

  private double first = UNKNOWN;
  private double position = UNKNOWN;
  private double steps;

  /** Applies a training record's own counter and its epoch, which may be unknown. */
  Move train(double ownCounter, double itsEpoch) {
    double count = count(ownCounter, itsEpoch);
    Move move = move(count);
    System.arraycopy(counts, 0, counts, 1, LOOK_BACK);
    counts[0] = count;
    known = Math.min(known + 1, counts.length);
    if (move == Move.START || move == Move.RESTART) {
      first = count;
      position = count;
    } else if (move == Move.REWIND) {
      position = count;
    } else {
      advance(count);
    }
    return move;
  }

  /**
   * Applies a record of another kind with the same counter: it only moves the position forward, and
   * not where it leaps ahead of the training.
   */
  void other(double ownCounter) {
    double count = offset + ownCounter;
    if (isUnknown(position)) {
      position = count;
    } else if (known == 0 || count - counts[0] <= Math.max(LEAST_LEAP, counts[0] / 10)) {
      advance(count);
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
    boolean isSame = hadEpoch && ownCounter == counter && itsEpoch >= epoch + 1;
    boolean startsOver = isSame || ownCounter < counter;
    if (itsEpoch > epoch && startsOver) {
      offset += counter;
      finished.put(itsEpoch, offset);
    } else if (itsEpoch < epoch && !finished.isEmpty()) {
      var start = finished.floorEntry(itsEpoch);
      offset = start == null ? 0 : start.getValue();
    }
    counter = ownCounter;
    hadEpoch = isKnown(itsEpoch);
    if (hadEpoch) {
      epoch = itsEpoch;
    }
    return offset + ownCounter;
  }

  private Move move(double count) {
    if (isUnknown(first)) {
      return Move.START;
    }
    if (known == 0 || count >= counts[0]) {
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

  /** Starts over: another key counts from now on. The sum of steps stays. */
  void recount() {
    known = 0;
    offset = 0;
    finished.clear();
    counter = UNKNOWN;
    first = UNKNOWN;
    position = UNKNOWN;
  }

  /** The position of a counter: with the counts of the finished epochs before it. */
  double positionOf(double ownCounter) {
    return offset + ownCounter;
  }

  double position() {
    return position;
  }

  /** What the newest training record counts, with the counts of the finished epochs before it. */
  double newest() {
    return known == 0 ? position : counts[0];
  }

  /** The sum of the forward moves. */
  double steps() {
    return steps;
  }

  boolean hasTrained() {
    return isKnown(first);
  }
}
