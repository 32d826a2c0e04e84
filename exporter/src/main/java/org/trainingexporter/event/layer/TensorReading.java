package org.trainingexporter.event.layer;

import java.util.Arrays;

/**
 * What one record says of one tensor of a layer: statistics, NaN where it has none, and a histogram
 * where it has bins. Used again and again: what outlives the record must be copied out.
 */
public final class TensorReading {
  /** How many bins a histogram of a layer record has. */
  public static final int BINS = 50;

  /** Histograms of other writers may have as many. */
  public static final int MOST_BINS = 1_024;

  private String layer;
  private Tensor tensor;
  private final double[] statistics = new double[Statistic.COUNT];
  private double[] counts = new double[BINS];
  private int bins;

  /** Of bins of unequal width; else null. */
  private double[] edges;

  private double lower;
  private double upper;
  private double width;

  void begin(String ofLayer, Tensor ofTensor) {
    layer = ofLayer;
    tensor = ofTensor;
    Arrays.fill(statistics, Double.NaN);
    dropHistogram();
  }

  /** Whether there is room for that many bins between both, and for twice the range around them. */
  public static boolean isRange(double from, double to, int bins) {
    double width = (to - from) / bins;
    return Double.isFinite(2 * to - 2 * from) && from + width > from && to - width < to;
  }

  public void set(Statistic statistic, double value) {
    statistics[statistic.ordinal()] = value;
  }

  /** Adds the next bin's count; false where there are too many. */
  public boolean addCount(double count) {
    if (bins == counts.length) {
      if (bins == MOST_BINS) {
        return false;
      }
      counts = Arrays.copyOf(counts, Math.min(MOST_BINS, 2 * bins));
    }
    counts[bins++] = count;
    return true;
  }

  /** The bins that were counted have equal width, and lie between two edges. */
  public void setRange(double lowest, double highest) {
    edges = null;
    lower = lowest;
    upper = highest;
    width = (highest - lowest) / bins;
  }

  /** The edges of the bins, one more than there are bins. */
  public void setEdges(double[] rising) {
    edges = rising;
    lower = rising[0];
    upper = rising[rising.length - 1];
  }

  /** The record has no histogram of the tensor, or one that cannot be meant. */
  public void dropHistogram() {
    bins = 0;
    edges = null;
    lower = Double.NaN;
    upper = Double.NaN;
  }

  public String layer() {
    return layer;
  }

  public Tensor tensor() {
    return tensor;
  }

  /** As logged, which may be no number; NaN where it is not logged. */
  public double value(Statistic statistic) {
    return statistics[statistic.ordinal()];
  }

  /** How many bins the histogram has; 0 for no histogram. */
  public int bins() {
    return bins;
  }

  public double count(int bin) {
    return counts[bin];
  }

  /** The lower edge of a bin; of the one past the last bin the histogram's upper edge. */
  public double edge(int bin) {
    if (edges != null) {
      return edges[bin];
    }
    return bin == bins ? upper : lower + bin * width;
  }

  public double lower() {
    return lower;
  }

  public double upper() {
    return upper;
  }
}
