package org.trainingexporter.plots;

import java.util.List;

/**
 * What a run's curves have gained.
 *
 * @param reset they are to be asked for anew: what was told before does not hold, or too much came
 * @param series points in the order that they came, unthinned
 */
public record News(boolean reset, List<Series> series) {
  /** The number of who has heard nothing yet. */
  public static final long NEWCOMER = -1;

  static final News NONE = new News(false, List.of());
  static final News RESET = new News(true, List.of());
}
