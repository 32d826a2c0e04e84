package org.trainingexporter.config.run;

import java.util.Optional;

/**
 * What the user knows of the cost of some runs.
 *
 * @param perGpuHour price of one GPU for an hour
 * @param currency of that price
 * @param gpusCount how many GPUs the run uses, also on other machines
 * @param parameters of the model
 * @param peakFlops of one GPU: dense operations a second
 */
public record CostRule(
    Optional<Double> perGpuHour,
    String currency,
    Optional<Long> gpusCount,
    Optional<Double> parameters,
    Optional<Double> peakFlops) {
  public static final String DEFAULT_CURRENCY = "USD";

  public static final CostRule NONE =
      new CostRule(
          Optional.empty(), DEFAULT_CURRENCY, Optional.empty(), Optional.empty(), Optional.empty());

  /** The same in that currency, with that price where it has none of its own. */
  public CostRule withDefaults(Optional<Double> price, String inCurrency) {
    return new CostRule(perGpuHour.or(() -> price), inCurrency, gpusCount, parameters, peakFlops);
  }
}
