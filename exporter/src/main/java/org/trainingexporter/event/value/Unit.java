package org.trainingexporter.event.value;

/** How a log's number becomes the base unit of its signal. */
public enum Unit {
  PLAIN,
  THOUSANDTHS(1, 1000, false),
  MILLIONTHS(1, 1e6, false),
  BILLIONTHS(1, 1e9, false),
  MINUTES(60, 1, false),
  HOURS(3600, 1, false),
  DAYS(86_400, 1, false),
  /** Seconds for one step, where the signal is steps a second. */
  SECONDS_A_STEP(1, 1, true),
  MILLISECONDS_A_STEP(1, 1000, true),
  MICROSECONDS_A_STEP(1, 1e6, true),
  MINUTES_A_STEP(60, 1, true),
  HOURS_A_STEP(3600, 1, true),
  /** Time since 1970 in seconds, milliseconds, microseconds or nanoseconds. */
  SINCE_1970;

  private final double times;
  private final double parts;
  private final boolean inverse;

  Unit() {
    this(1, 1, false);
  }

  Unit(double times, double parts, boolean inverse) {
    this.times = times;
    this.parts = parts;
    this.inverse = inverse;
  }

  /** The log's number in the base unit. */
  public double toBase(double value) {
    if (this == SINCE_1970) {
      return since1970(value);
    }
    return inverse ? parts / (value * times) : value * times / parts;
  }

  /** The number as the log had it; a time since 1970 stays in seconds. */
  public double fromBase(double value) {
    if (this == SINCE_1970) {
      return value;
    }
    return inverse ? toBase(value) : value * parts / times;
  }

  /** The unit of the time that one step takes, where this is the unit of a time. */
  public Unit aStep() {
    return switch (this) {
      case THOUSANDTHS -> MILLISECONDS_A_STEP;
      case MILLIONTHS -> MICROSECONDS_A_STEP;
      case MINUTES -> MINUTES_A_STEP;
      case HOURS -> HOURS_A_STEP;
      default -> SECONDS_A_STEP;
    };
  }

  /** Whether the log has the time of a step where the signal is steps a second. */
  public boolean isOfStep() {
    return inverse;
  }

  /** Seconds since 1970 of a number that may be in a finer unit. */
  public static double since1970(double number) {
    double seconds = number;
    for (int i = 0; i < 3 && seconds > 1e11; i++) {
      seconds /= 1000;
    }
    return seconds;
  }
}
