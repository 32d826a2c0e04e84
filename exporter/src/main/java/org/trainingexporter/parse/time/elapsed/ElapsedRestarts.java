package org.trainingexporter.parse.time.elapsed;

import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;

/**
 * Finds the restarts at which a log's elapsed time falls only a little: the position falls with it,
 * and the next record goes on from there. A record of another process that comes late is followed
 * by one beyond what was reached.
 */
final class ElapsedRestarts {
  /** Bounds the memory that a log of falling times costs; its later ones are not found. */
  private static final int MOST = 1 << 16;

  private final List<Long> found;
  private final boolean searches;
  private int passed;
  private long index = -1;

  /** The position at the highest elapsed time. */
  private double reached = Double.NaN;

  /** The record at which both fell; -1 while there is none to decide on. */
  private long fallen = -1;

  private double fallenTo;
  private double fallenPosition;

  private ElapsedRestarts(List<Long> found, boolean searches) {
    this.found = found;
    this.searches = searches;
  }

  /** Finds restarts. */
  static ElapsedRestarts search() {
    return new ElapsedRestarts(new ArrayList<>(), true);
  }

  /** Those that were found, for the same records from the first. */
  ElapsedRestarts again() {
    return new ElapsedRestarts(found, false);
  }

  /**
   * The elapsed time at the first record of a restart, which is this record or the one before it;
   * NaN where it is none.
   *
   * @param now the record's elapsed time
   * @param highest the highest before it, or NaN
   */
  double startAt(LogRecord record, double now, double highest) {
    index++;
    if (!searches) {
      boolean starts = passed < found.size() && found.get(passed) == index;
      passed += starts ? 1 : 0;
      return starts ? now : Double.NaN;
    }
    double at = record.kind() == RecordKind.TRAIN ? record.value(Signal.POSITION) : Double.NaN;
    if (Double.isNaN(at)) {
      return Double.NaN;
    }
    if (fallen >= 0 && at > fallenPosition && at <= reached && now >= fallenTo) {
      found.add(fallen);
      begin(at);
      return fallenTo;
    }
    if (!(now < highest)) {
      begin(at);
    } else if (fallen < 0 && at < reached && found.size() < MOST) {
      fallen = index;
      fallenTo = now;
      fallenPosition = at;
    }
    return Double.NaN;
  }

  /** Goes on from that position. */
  void begin(double at) {
    reached = at;
    fallen = -1;
  }
}
