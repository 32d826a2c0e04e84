package org.trainingexporter.run.layer;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Edges and middles of a tensor's bins as label values: the shortest decimals that differ between
 * bins. Made once, when they are first asked for. Any number of threads.
 */
public final class BinLabels {
  /** Digits below the width of a bin. */
  private static final int DIGITS = 3;

  private final double lower;
  private final double width;
  private final int bins;

  /** Edges, then middles; null until they are asked for. */
  private volatile String[] names;

  BinLabels(double lower, double upper, int bins) {
    this.lower = lower;
    this.width = (upper - lower) / bins;
    this.bins = bins;
  }

  /** The lower edge of a bin; of the one past the last bin the upper edge of all. */
  public String edge(int bin) {
    return names()[bin];
  }

  public String middle(int bin) {
    return names()[bins + 1 + bin];
  }

  private String[] names() {
    String[] made = names;
    if (made == null) {
      made = new String[2 * bins + 1];
      int scale = DIGITS - (int) Math.floor(Math.log10(width));
      for (int i = 0; i <= bins; i++) {
        made[i] = name(lower + i * width, scale);
      }
      for (int i = 0; i < bins; i++) {
        made[bins + 1 + i] = name(lower + (i + 0.5) * width, scale);
      }
      names = made;
    }
    return made;
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
}
