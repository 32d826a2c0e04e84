package org.trainingexporter.parse.metricfiles;

/** One row of a metric's file, filled in again and again. */
public final class MetricRow {
  /** The step; NaN where the row names none. */
  double step = Double.NaN;

  double value = Double.NaN;

  /** Seconds since 1970; NaN where the row has no time. */
  double time = Double.NaN;

  /** Sets all of it; a step or time that is not known is NaN. */
  public void set(double newStep, double newValue, double newTime) {
    step = newStep;
    value = newValue;
    time = newTime;
  }

  int hash() {
    return 31 * (31 * Double.hashCode(step) + Double.hashCode(value)) + Double.hashCode(time);
  }
}
