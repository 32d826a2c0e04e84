package org.trainingexporter.plots.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.plots.layer.LayerHistory.Epoch;
import org.trainingexporter.run.RunMetricsView;

/**
 * Means by epoch: the mean of each training signal's finite values, and the newest validation. A
 * fraction such as 2.25 counts for the epoch that it is a part of, here 3. If there are too many
 * epochs, neighbours are merged.
 */
public final class EpochMeans {
  private static final int MAX_EPOCHS = 1_000;
  private static final Signal[] SIGNALS = {
    Signal.LOSS, Signal.VALIDATION_LOSS, Signal.TRAIN_ACCURACY, Signal.VALIDATION_ACCURACY
  };

  /** The sum and the number of values of each signal. */
  private static final class Sums {
    private final double[] sums = new double[SIGNALS.length];
    private final int[] counts = new int[SIGNALS.length];

    double mean(int i) {
      return counts[i] == 0 ? Double.NaN : sums[i] / counts[i];
    }
  }

  private final TreeMap<Double, Sums> epochs = new TreeMap<>();
  private double newest = Double.NaN;
  private double width = 1;

  /** Adds the signals of a record that was applied. */
  public void add(LogRecord record, RunMetricsView metrics) {
    if (metrics.reads(record, Signal.EPOCH) && Double.isFinite(record.value(Signal.EPOCH))) {
      newest = record.value(Signal.EPOCH);
    }
    for (int i = 0; i < SIGNALS.length && !Double.isNaN(newest); i++) {
      if (metrics.reads(record, SIGNALS[i])) {
        add(i, record.value(SIGNALS[i]));
      }
    }
  }

  private void add(int i, double value) {
    boolean isTraining = i % 2 == 0;
    if (isTraining && !Double.isFinite(value)) {
      return;
    }
    Sums sums = epochs.computeIfAbsent(key(newest), epoch -> new Sums());
    sums.sums[i] = isTraining ? sums.sums[i] + value : value;
    sums.counts[i] = isTraining ? sums.counts[i] + 1 : 1;
    if (epochs.size() > MAX_EPOCHS) {
      merge();
    }
  }

  private double key(double epoch) {
    return Math.ceil(epoch / width) * width;
  }

  private void merge() {
    width *= 2;
    TreeMap<Double, Sums> former = new TreeMap<>(epochs);
    epochs.clear();
    for (Map.Entry<Double, Sums> entry : former.entrySet()) {
      epochs.merge(key(entry.getKey()), entry.getValue(), EpochMeans::merged);
    }
  }

  private static Sums merged(Sums a, Sums b) {
    for (int i = 0; i < SIGNALS.length; i++) {
      boolean newer = i % 2 == 1 && b.counts[i] > 0;
      a.sums[i] = newer ? b.sums[i] : a.sums[i] + b.sums[i];
      a.counts[i] = newer ? 1 : a.counts[i] + b.counts[i];
    }
    return a;
  }

  /** Drops a signal's values: the log now has it under an alias that ranks higher. */
  public void drop(Signal signal) {
    int i = Arrays.asList(SIGNALS).indexOf(signal);
    if (i >= 0) {
      epochs.values().forEach(sums -> sums.counts[i] = 0);
      epochs.values().forEach(sums -> sums.sums[i] = 0);
    }
  }

  /** Drops this epoch and all later ones: a sum cannot be taken back in part. */
  public void rewind(double epoch) {
    if (!Double.isNaN(epoch)) {
      epochs.tailMap(key(epoch), true).clear();
    }
  }

  public void clear() {
    epochs.clear();
    newest = Double.NaN;
    width = 1;
  }

  /**
   * The epochs that have values.
   *
   * @param metrics says whether the run logs accuracies in percent
   */
  public List<Epoch> all(RunMetricsView metrics) {
    List<Epoch> all = new ArrayList<>();
    epochs.forEach(
        (epoch, sums) ->
            all.add(
                new Epoch(
                    epoch,
                    sums.mean(0),
                    sums.mean(1),
                    sums.mean(2) / metrics.wholeAccuracy(),
                    sums.mean(3) / metrics.wholeValidationAccuracy())));
    return all;
  }
}
