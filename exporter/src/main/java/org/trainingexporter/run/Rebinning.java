package org.trainingexporter.run;

import org.trainingexporter.event.TensorReading;
import org.trainingexporter.run.LayersSnapshot.Histogram;

/**
 * Histograms of one tensor over time, brought onto the same bins so that they can be compared. A
 * logged bin's elements are taken to lie evenly in it; what is beyond the edges goes to the ends.
 */
final class Rebinning {
  private static final int BINS = TensorReading.BINS;

  private Rebinning() {}

  /** The first histogram, on bins over twice its range around its middle. */
  static Histogram first(TensorReading logged) {
    double half = (logged.upper() - logged.lower()) / 2;
    double lower = logged.lower() - half;
    double upper = logged.upper() + half;
    return new Histogram(lower, upper, counts(logged, lower, upper));
  }

  /** A later histogram, on the bins of the first. */
  static Histogram like(Histogram first, TensorReading logged) {
    double lower = first.edge(0);
    double upper = first.edge(BINS);
    return new Histogram(lower, upper, counts(logged, lower, upper));
  }

  private static double[] counts(TensorReading logged, double lower, double upper) {
    double[] counts = new double[BINS];
    double width = (upper - lower) / BINS;
    for (int i = 0; i < logged.bins(); i++) {
      double count = logged.count(i);
      if (count > 0) {
        spread(
            count, (logged.edge(i) - lower) / width, (logged.edge(i + 1) - lower) / width, counts);
      }
    }
    return counts;
  }

  /** Spreads a count over the bins between two places, told in widths of a bin. */
  private static void spread(double count, double from, double to, double[] counts) {
    int first = (int) Math.max(0, Math.min(BINS - 1, Math.floor(from)));
    int last = (int) Math.max(first, Math.min(BINS - 1, Math.ceil(to) - 1));
    double left = count;
    for (int bin = first; bin < last; bin++) {
      double share = count * ((bin + 1 - Math.max(from, bin == 0 ? from : bin)) / (to - from));
      double part = Math.min(left, Math.max(0, share));
      counts[bin] += part;
      left -= part;
    }
    counts[last] += left; // so that none is lost to rounding
  }
}
