package org.trainingexporter.run.cost;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/**
 * What the configuration says of a run's cost; numbers may be unknown.
 *
 * @param perCardHour the price of one card for an hour
 * @param currency of that price, such as {@code USD}
 * @param cards how many the run uses
 * @param parameters of the model
 * @param peakFlops of one card, dense, a second
 */
public record CostTerms(
    double perCardHour, String currency, double cards, double parameters, double peakFlops) {
  public static final CostTerms NONE = new CostTerms(UNKNOWN, "USD", UNKNOWN, UNKNOWN, UNKNOWN);
}
