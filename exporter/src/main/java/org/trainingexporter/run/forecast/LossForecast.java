package org.trainingexporter.run.forecast;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/**
 * A loss to come: in four of five cases it lies between {@code low} and {@code high}.
 *
 * @param position that it is forecast for
 */
public record LossForecast(double position, double low, double mid, double high) {
  public static final LossForecast NONE = new LossForecast(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);

  /** Whether it says anything: a band wider than the loss itself does not. */
  boolean isUsable() {
    return high - low <= Math.abs(mid);
  }
}
