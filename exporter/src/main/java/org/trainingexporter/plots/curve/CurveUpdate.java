package org.trainingexporter.plots.curve;

import java.util.List;

/**
 * New points of a run's curves.
 *
 * @param reset whether the client must request the curves again: earlier points no longer hold, or
 *     there were too many new ones
 * @param series the new points in the order of the log, not downsampled
 */
public record CurveUpdate(boolean reset, List<CurveSeries> series) {
  /** Version that a client starts from when it has received nothing. */
  public static final long NEWCOMER = -1;

  public static final CurveUpdate NONE = new CurveUpdate(false, List.of());
  public static final CurveUpdate RESET = new CurveUpdate(true, List.of());
}
