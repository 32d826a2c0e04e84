package org.trainingexporter.run.layer;

import java.util.List;

/** Shares of a layer's tokens by expert. */
public record ExpertLoads(String layer, List<String> experts, List<Double> load) {
  /** The largest of the shares that are known over their mean; NaN where all are 0. */
  public double imbalance() {
    double sum = 0;
    double max = 0;
    int known = 0;
    for (double share : load) {
      if (!Double.isNaN(share)) {
        sum += share;
        max = Math.max(max, share);
        known++;
      }
    }
    return max * known / sum;
  }
}
