package org.trainingexporter.plots.point;

/** Receives the points of curves in the order of the log. */
public interface PointSink {
  /**
   * A point was logged.
   *
   * @param signal the name of its curve
   * @param attempt the number of restarts before it
   * @param time seconds since 1970; NaN if unknown
   * @param value as the log has it: in percent where it logs percent
   */
  void add(String signal, int attempt, double position, double time, double value);

  /** Earlier points may no longer hold, or a point came that is not the last of its curve. */
  default void breakOff() {}

  /** All earlier points of a curve were read from another key and no longer hold. */
  default void clear(String signal) {}
}
