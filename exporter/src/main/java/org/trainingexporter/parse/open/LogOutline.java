package org.trainingexporter.parse.open;

import java.util.Map;
import org.trainingexporter.event.key.Signal;

/**
 * A log from afar, to compare it with other files of its directory. Positions are steps, or epochs
 * where the log counts no steps; NaN where it has none.
 *
 * @param firstTime seconds since 1970 of the first record with a time of its own, else NaN
 * @param isBySteps whether the positions are steps
 * @param widestStep the longest way from one record to the next
 * @param namesSet whether a record or a key names a data set
 * @param tunes whether it has a learning rate or a gradient norm, as only training has
 * @param values of each signal by position: a sample of positions that is the same in every log
 */
public record LogOutline(
    double firstTime,
    boolean isBySteps,
    double first,
    double least,
    double most,
    double widestStep,
    boolean namesSet,
    boolean tunes,
    Map<Signal, Map<Double, Double>> values) {

  /** Whether any record has a position. */
  public boolean hasPositions() {
    return !Double.isNaN(first);
  }

  /**
   * Whether its positions lie within another log's, but for what one of both may have written
   * before the other.
   */
  public boolean liesWithin(LogOutline other) {
    double spare = Math.max(widestStep, other.widestStep);
    return isBySteps == other.isBySteps
        && least >= other.least - spare
        && most <= other.most + spare;
  }

  /** Whether all its positions come before those of a log that goes on from it. */
  public boolean endsBefore(LogOutline next) {
    return isBySteps == next.isBySteps
        && hasPositions()
        && most <= next.least
        && least < next.least;
  }

  /** From its lowest position to its highest. */
  public double width() {
    return most - least;
  }
}
