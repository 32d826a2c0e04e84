package org.trainingexporter.run.cost;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;

import org.trainingexporter.run.host.CardUse;

/**
 * The cost of a run and its use of cards. Whatever lacks a part is unknown.
 *
 * @param joined the cards that were seen to work for the run
 */
public record RunCost(CostTerms terms, CardUse joined) {
  private static final double HOUR = 3600;

  /** Forward and backward pass: six operations a parameter and token. */
  private static final double FLOPS = 6;

  /** How many cards the run uses: configured, else the most that were ever joined. */
  public double cards() {
    return firstKnown(terms.cards(), joined.most() > 0 ? joined.most() : UNKNOWN);
  }

  /** The price of all cards for so many seconds. */
  public double of(double seconds) {
    return seconds / HOUR * cards() * terms.perCardHour();
  }

  /**
   * The part of the cards' peak that the model's own operations make up.
   *
   * @param logged parameters of the model as the log has them, or unknown
   */
  public double utilization(double logged, double tokensPerSecond) {
    double peak = firstKnown(terms.peakFlops(), CardPeaks.table().of(joined.model()));
    double parameters = firstKnown(terms.parameters(), logged);
    return FLOPS * parameters * tokensPerSecond / (cards() * peak);
  }
}
