package org.trainingexporter.plots.curve;

import java.util.List;

/**
 * What a run's curves have gained.
 *
 * @param reset they are to be asked for anew: what was told before does not hold, or too much came
 * @param series points in the order that they came, unthinned
 */
public record CurveUpdate(boolean reset, List<CurveSeries> series) {
  /** The number of who has heard nothing yet. */
  public static final long NEWCOMER = -1;

  public static final CurveUpdate NONE = new CurveUpdate(false, List.of());
  public static final CurveUpdate RESET = new CurveUpdate(true, List.of());
}
