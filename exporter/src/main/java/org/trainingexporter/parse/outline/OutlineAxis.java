package org.trainingexporter.parse.outline;

import java.util.Map;
import org.trainingexporter.event.key.Signal;

/**
 * A log from afar along its steps or along its epochs. Positions are NaN where it counts none.
 *
 * @param first position of a record
 * @param widestStep the longest way from one record to the next
 * @param values of each signal by position: a sample of positions that is the same in every log
 */
public record OutlineAxis(
    double first,
    double least,
    double most,
    double widestStep,
    Map<Signal, Map<Double, Double>> values) {

  /** Whether any record has a position. */
  public boolean hasPositions() {
    return !Double.isNaN(first);
  }

  /**
   * Whether its positions lie within another log's, but for what one of both may have written
   * before the other.
   */
  public boolean liesWithin(OutlineAxis other) {
    double spare = Math.max(widestStep, other.widestStep);
    return least >= other.least - spare && most <= other.most + spare;
  }

  /** From its lowest position to its highest. */
  public double width() {
    return most - least;
  }
}
