package org.trainingexporter.parse.eventfile.layer;

import static org.trainingexporter.event.layer.Statistic.*;

import java.util.Arrays;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Statistic;
import org.trainingexporter.event.layer.TensorReading;
import org.trainingexporter.parse.eventfile.message.HistogramMessage;
import org.trainingexporter.parse.eventfile.message.NumberList;
import org.trainingexporter.parse.eventfile.message.TensorMessage;

/**
 * What one event says of a tensor: its histogram, and the statistics that follow from it exactly.
 */
public final class TensorSummary {
  private static final int COLUMNS = 3;

  private final LayerTag of;
  private final Bins bins;
  private boolean nonFinite;
  private final double[] statistics = new double[Statistic.values().length];

  private TensorSummary(LayerTag of, Bins bins) {
    this.of = of;
    this.bins = bins;
    Arrays.fill(statistics, Double.NaN);
  }

  /** A histogram of the first kind: upper edges, counts and sums. */
  public static TensorSummary of(LayerTag tag, HistogramMessage histogram) {
    NumberList limits = histogram.limits();
    int n = limits.size();
    double[] lefts = new double[n];
    double[] rights = new double[n];
    double[] counts = new double[n];
    for (int i = 0; i < n; i++) {
      lefts[i] = i == 0 ? Math.min(histogram.least(), limits.get(0)) : limits.get(i - 1);
      rights[i] = limits.get(i);
      counts[i] = histogram.counts().get(i);
    }
    Bins bins = Bins.of(lefts, rights, counts).within(histogram.least(), histogram.most());
    TensorSummary summary = new TensorSummary(tag, bins.widened());
    double elements = histogram.elements();
    if (elements > 0) {
      summary.nonFinite = !Double.isFinite(histogram.sum() + histogram.sumOfSquares());
      double mean = histogram.sum() / elements;
      double spread = histogram.sumOfSquares() / elements - mean * mean;
      summary.set(MEAN, mean);
      summary.set(STD, Math.sqrt(spread < 0 ? 0 : spread)); // what rounding leaves of no spread
      summary.set(NORM, Math.sqrt(histogram.sumOfSquares()));
      summary.set(MIN, histogram.least());
      summary.set(MAX, histogram.most());
    }
    return summary;
  }

  /** A histogram as a table: lower edge, upper edge and count of each bin. */
  public static TensorSummary of(LayerTag tag, TensorMessage table) {
    NumberList numbers = table.numbers();
    int n = numbers.size() / COLUMNS;
    double[] lefts = new double[n];
    double[] rights = new double[n];
    double[] counts = new double[n];
    for (int i = 0; i < n; i++) {
      lefts[i] = numbers.get(COLUMNS * i);
      rights[i] = numbers.get(COLUMNS * i + 1);
      counts[i] = numbers.get(COLUMNS * i + 2);
    }
    Bins bins = Bins.of(lefts, rights, counts);
    TensorSummary summary = new TensorSummary(tag, bins.widened());
    if (!bins.isEmpty()) {
      summary.set(MIN, bins.edges()[0]);
      summary.set(MAX, bins.edges()[bins.counts().length]);
    }
    return summary;
  }

  private void set(Statistic statistic, double value) {
    statistics[statistic.ordinal()] = value;
  }

  /** Whether its histogram can be meant; an empty one has none. */
  public boolean isPlausible() {
    return bins.isEmpty() || bins.isPlausible();
  }

  /** Adds it to what a record says of layers. */
  public void addTo(LayerReadings readings) {
    TensorReading reading = readings.add(of.layer(), of.tensor());
    for (Statistic statistic : Statistic.values()) {
      double value = statistics[statistic.ordinal()];
      reading.set(statistic, value);
    }
    if (nonFinite) {
      readings.setNonFinite();
    }
    if (!bins.isEmpty() && bins.isPlausible()) {
      for (double count : bins.counts()) {
        reading.addCount(count);
      }
      reading.setEdges(bins.edges());
    }
  }
}
