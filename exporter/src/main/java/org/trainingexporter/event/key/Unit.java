package org.trainingexporter.event.key;

/** How a log's number becomes the base unit of its signal. */
public enum Unit {
  PLAIN,
  THOUSANDTHS,
  /** Seconds for one step, where the signal is steps a second. */
  SECONDS_A_STEP,
  MILLISECONDS_A_STEP,
  /** Seconds since 1970 where it can only be that, else seconds since the start. */
  WALL_TIME;

  /** The first seconds since 1970 that a {@code wall_time} is taken for: September 2001. */
  private static final double FIRST_WALL_TIME = 1e9;

  public double toBase(double value) {
    return switch (this) {
      case PLAIN, WALL_TIME -> value;
      case THOUSANDTHS -> value / 1000;
      case SECONDS_A_STEP -> 1 / value;
      case MILLISECONDS_A_STEP -> 1000 / value;
    };
  }

  /** The number as the log had it. */
  public double fromBase(double value) {
    return this == THOUSANDTHS ? value * 1000 : toBase(value);
  }

  /** Whether this value of a {@code wall_time} is a time of day. */
  public static boolean isTimeOfDay(double wallTime) {
    return wallTime >= FIRST_WALL_TIME;
  }
}
