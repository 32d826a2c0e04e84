package org.trainingexporter.run.layer;

import static org.trainingexporter.event.Unknown.isKnown;

import java.util.List;

/**
 * How one layer routes, as it is shown: names are numbers where they can be. A log has its own
 * names in {@link org.trainingexporter.event.LogRecord.ExpertLayer}.
 *
 * @param load the share of the layer's tokens that each expert gets; may be unknown
 */
public record ExpertLoads(String layer, List<String> experts, List<Double> load) {
  /** The largest known share divided by their mean; unknown where all are 0. */
  public double imbalance() {
    double sum = 0;
    double max = 0;
    int known = 0;
    for (double share : load) {
      if (isKnown(share)) {
        sum += share;
        max = Math.max(max, share);
        known++;
      }
    }
    return max * known / sum;
  }
}
