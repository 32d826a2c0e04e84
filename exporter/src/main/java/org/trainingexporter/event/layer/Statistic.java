package org.trainingexporter.event.layer;

/** A number that tells of all elements of a tensor, and which finite values of it are possible. */
public enum Statistic {
  MEAN(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  STD(0, Double.POSITIVE_INFINITY),
  MIN(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  MAX(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY),
  /** The square root of the sum of squares. */
  NORM(0, Double.POSITIVE_INFINITY),
  /** Share of elements whose absolute value is below 1e-6. */
  NEAR_ZERO(0, 1),
  /** Share of units that were 0 for a whole batch. */
  ZERO_UNITS(0, 1);

  static final int COUNT = values().length;

  private final double least;
  private final double most;

  Statistic(double least, double most) {
    this.least = least;
    this.most = most;
  }

  /** The statistic of that key in a layer record, or null. */
  public static Statistic of(String key) {
    return switch (key) {
      case "mean" -> MEAN;
      case "std" -> STD;
      case "min" -> MIN;
      case "max" -> MAX;
      case "norm" -> NORM;
      case "near_zero" -> NEAR_ZERO;
      case "zero_units" -> ZERO_UNITS;
      default -> null;
    };
  }

  /** Whether a finite value can be meant. */
  public boolean accepts(double value) {
    return value >= least && value <= most;
  }
}
