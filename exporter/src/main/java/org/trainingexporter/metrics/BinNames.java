package org.trainingexporter.metrics;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.trainingexporter.run.LayersSnapshot.Histogram;

/** Edges and middles of bins as label values: the shortest decimals that tell the bins apart. */
final class BinNames {
  /** Digits below the width of a bin. */
  private static final int DIGITS = 3;

  private final String[] edges;
  private final String[] middles;

  BinNames(Histogram histogram) {
    int bins = histogram.bins();
    double width = (histogram.edge(bins) - histogram.edge(0)) / bins;
    int scale = DIGITS - (int) Math.floor(Math.log10(width));
    edges = new String[bins + 1];
    middles = new String[bins];
    for (int i = 0; i <= bins; i++) {
      edges[i] = name(histogram.edge(i), scale);
    }
    for (int i = 0; i < bins; i++) {
      middles[i] = name(histogram.edge(i) + width / 2, scale);
    }
  }

  private static String name(double value, int scale) {
    BigDecimal rounded = BigDecimal.valueOf(value).setScale(scale, RoundingMode.HALF_EVEN);
    if (rounded.signum() == 0) {
      return "0";
    }
    BigDecimal plain = rounded.stripTrailingZeros();
    return plain.scale() <= 0 && plain.precision() - plain.scale() < 20
        ? plain.toPlainString()
        : plain.toString();
  }

  String edge(int i) {
    return edges[i];
  }

  String middle(int bin) {
    return middles[bin];
  }
}
