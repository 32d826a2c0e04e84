package org.trainingexporter.parse.eventfile.layer;

import java.util.Arrays;
import org.trainingexporter.event.layer.TensorReading;

/**
 * The bins of a histogram, without the empty ones at its ends, and never more than a record may
 * have: neighbours are joined.
 *
 * @param edges one more than there are counts; they rise
 */
@SuppressWarnings("ArrayRecordComponent") // made once, handed on and dropped
record Bins(double[] edges, double[] counts) {
  static final Bins NONE = new Bins(new double[] {Double.NaN}, new double[0]);

  /**
   * The bins that hold anything.
   *
   * @param lefts the lower edge of each bin
   * @param rights the upper edge of each bin, which is the next one's lower edge
   */
  static Bins of(double[] lefts, double[] rights, double[] counts) {
    int first = 0;
    int end = counts.length;
    while (first < end && counts[first] == 0) {
      first++;
    }
    while (first < end && counts[end - 1] == 0) {
      end--;
    }
    if (first == end) {
      return NONE;
    }
    double[] edges = Arrays.copyOfRange(lefts, first, end + 1);
    edges[end - first] = rights[end - 1];
    return new Bins(edges, Arrays.copyOfRange(counts, first, end)).bounded();
  }

  private Bins bounded() {
    Bins bins = this;
    while (bins.counts.length > TensorReading.MOST_BINS) {
      bins = bins.halved();
    }
    return bins;
  }

  private Bins halved() {
    int n = (counts.length + 1) / 2;
    double[] wider = new double[n + 1];
    double[] sums = new double[n];
    for (int i = 0; i < n; i++) {
      wider[i] = edges[2 * i];
      sums[i] = counts[2 * i] + (2 * i + 1 < counts.length ? counts[2 * i + 1] : 0);
    }
    wider[n] = edges[counts.length];
    return new Bins(wider, sums);
  }

  /** A single value has no width: it gets one, as TensorBoard shows it. */
  Bins widened() {
    if (counts.length != 1 || edges[0] != edges[1]) {
      return this;
    }
    return new Bins(new double[] {edges[0] - 0.5, edges[0] + 0.5}, counts);
  }

  /** The first and the last edge move inwards, where a bin is left between. */
  Bins within(double least, double most) {
    int n = counts.length;
    double[] clipped = edges.clone();
    if (n > 0 && least > edges[0] && least < edges[1]) {
      clipped[0] = least;
    }
    if (n > 0 && most < edges[n] && most > clipped[n - 1]) {
      clipped[n] = most;
    }
    return new Bins(clipped, counts);
  }

  boolean isEmpty() {
    return counts.length == 0;
  }

  /** Whether it can be meant: rising edges, and counts that are none below 0. */
  boolean isPlausible() {
    int n = counts.length;
    boolean plausible = n > 0 && TensorReading.isRange(edges[0], edges[n], TensorReading.BINS);
    for (int i = 0; plausible && i < n; i++) {
      boolean count = counts[i] >= 0 && counts[i] < Double.POSITIVE_INFINITY;
      plausible = count && TensorReading.isRange(edges[i], edges[i + 1], 1);
    }
    return plausible;
  }
}
