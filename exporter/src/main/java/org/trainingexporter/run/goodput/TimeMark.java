package org.trainingexporter.run.goodput;

import org.trainingexporter.run.time.StallRule;

/**
 * Something between two training records that is no step.
 *
 * @param from seconds since 1970
 * @param to the same, or the newest of several of a kind
 * @param position that it names
 */
record TimeMark(TimeKind kind, double from, double to, double position) {
  /** Validations of one position that are closer than this, in seconds, are one. */
  private static final double CLOSE = StallRule.LEAST;

  /** The same mark up to the other's end, or null where they are not one. */
  TimeMark joinedWith(TimeMark next) {
    boolean isSame = kind == next.kind && kind == TimeKind.EVALUATION && position == next.position;
    return isSame && Math.abs(next.from - to) <= CLOSE
        ? new TimeMark(kind, from, Math.max(to, next.to), next.position)
        : null;
  }

  /** The same mark within a stretch of time; one without a time is at its end. */
  TimeMark within(double start, double end) {
    double first = Double.isNaN(from) ? end : Math.min(end, Math.max(start, from));
    double last = Double.isNaN(to) ? end : Math.min(end, Math.max(first, to));
    return new TimeMark(kind, first, last, position);
  }
}
