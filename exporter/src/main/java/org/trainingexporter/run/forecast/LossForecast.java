package org.trainingexporter.run.forecast;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/**
 * A loss to come: in four of five cases it lies between {@code low} and {@code high}.
 *
 * @param position that it is forecast for
 */
public record LossForecast(double position, double low, double mid, double high) {
  public static final LossForecast NONE = new LossForecast(UNKNOWN, UNKNOWN, UNKNOWN, UNKNOWN);
}
