package org.trainingexporter.parse.time;

/** Times of day as one line over midnights: seconds since the midnight before the first. */
final class DayClock {
  static final double DAY = 86_400;

  /** What falls by less was written out of order, or when summer time ended. */
  private static final double LEAST_FALL = 3_600;

  private double before = Double.NaN;
  private double midnights;

  /** Adds the next time of day, in seconds, and returns it on the line. */
  double advance(double secondsOfDay) {
    if (before - secondsOfDay > LEAST_FALL) {
      midnights++;
    }
    before = secondsOfDay;
    return seconds();
  }

  /** The newest on the line; NaN before the first. */
  double seconds() {
    return midnights * DAY + before;
  }
}
