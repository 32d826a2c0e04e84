package org.trainingexporter.run.layer;

import org.trainingexporter.event.layer.TensorReading;

/**
 * Brings the histograms of one tensor onto the same bins, so that they can be compared. The
 * elements of a logged bin are spread evenly over it; those beyond the edges go to the end bins.
 */
final class HistogramRebinner {
  private static final int BINS = TensorReading.BINS;

  private HistogramRebinner() {}

  /** The first histogram, on bins over twice its range around its middle. */
  static LayersSnapshot.BinnedHistogram first(TensorReading logged) {
    double half = (logged.upper() - logged.lower()) / 2;
    double lower = logged.lower() - half;
    double upper = logged.upper() + half;
    BinLabels names = new BinLabels(lower, upper, BINS);
    return new LayersSnapshot.BinnedHistogram(lower, upper, counts(logged, lower, upper), names);
  }

  /** A later histogram, on the bins of the first. */
  static LayersSnapshot.BinnedHistogram like(
      LayersSnapshot.BinnedHistogram first, TensorReading logged) {
    double lower = first.edge(0);
    double upper = first.edge(BINS);
    return new LayersSnapshot.BinnedHistogram(
        lower, upper, counts(logged, lower, upper), first.names());
  }

  private static double[] counts(TensorReading logged, double lower, double upper) {
    double[] counts = new double[BINS];
    double perWidth = BINS / (upper - lower);
    double from = (logged.edge(0) - lower) * perWidth;
    for (int i = 0; i < logged.bins(); i++) {
      double to = (logged.edge(i + 1) - lower) * perWidth;
      double count = logged.count(i);
      int first = bin(from);
      int last = from < to ? Math.max(first, to > bin(to) ? bin(to) : bin(to) - 1) : first;
      if (first == last) {
        counts[first] += count;
      } else if (count > 0) {
        spread(count, from, to, first, last, counts);
      }
      from = to;
    }
    return counts;
  }

  /** The bin of a position in widths of a bin. */
  private static int bin(double position) {
    return position >= BINS ? BINS - 1 : position > 0 ? (int) position : 0;
  }

  private static void spread(
      double count, double from, double to, int first, int last, double[] counts) {
    double each = count / (to - from);
    double left = count;
    for (int bin = first; bin < last; bin++) {
      double begin = bin == first ? from : bin;
      double part = Math.min(left, (bin + 1 - begin) * each);
      counts[bin] += part;
      left -= part;
    }
    counts[last] += left; // so that none is lost to rounding
  }
}
