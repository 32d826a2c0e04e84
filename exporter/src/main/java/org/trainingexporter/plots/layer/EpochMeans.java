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
 * A run's epochs: the means of what was trained in each, of its finite values, and its newest
 * evaluation. A part of an epoch counts to the one that it is a part of. Of too many epochs
 * neighbours are joined.
 */
public final class EpochMeans {
  private static final int MOST = 1_000;
  private static final Signal[] SIGNALS = {
    Signal.LOSS, Signal.VALIDATION_LOSS, Signal.TRAIN_ACCURACY, Signal.VALIDATION_ACCURACY
  };

  /** Sums of each signal and how many values they are of. */
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

  public void add(LogRecord record, RunMetricsView figures) {
    if (figures.reads(record, Signal.EPOCH) && Double.isFinite(record.value(Signal.EPOCH))) {
      newest = record.value(Signal.EPOCH);
    }
    for (int i = 0; i < SIGNALS.length && !Double.isNaN(newest); i++) {
      if (figures.reads(record, SIGNALS[i])) {
        add(i, record.value(SIGNALS[i]));
      }
    }
  }

  private void add(int i, double value) {
    boolean trained = i % 2 == 0;
    if (trained && !Double.isFinite(value)) {
      return;
    }
    Sums to = epochs.computeIfAbsent(key(newest), epoch -> new Sums());
    to.sums[i] = trained ? to.sums[i] + value : value;
    to.counts[i] = trained ? to.counts[i] + 1 : 1;
    if (epochs.size() > MOST) {
      join();
    }
  }

  private double key(double epoch) {
    return Math.ceil(epoch / width) * width;
  }

  private void join() {
    width *= 2;
    TreeMap<Double, Sums> former = new TreeMap<>(epochs);
    epochs.clear();
    for (Map.Entry<Double, Sums> one : former.entrySet()) {
      epochs.merge(key(one.getKey()), one.getValue(), EpochMeans::joined);
    }
  }

  private static Sums joined(Sums a, Sums b) {
    for (int i = 0; i < SIGNALS.length; i++) {
      boolean newer = i % 2 == 1 && b.counts[i] > 0;
      a.sums[i] = newer ? b.sums[i] : a.sums[i] + b.sums[i];
      a.counts[i] = newer ? 1 : a.counts[i] + b.counts[i];
    }
    return a;
  }

  /** A better alias of the signal came up: what was read of it counts no more. */
  public void drop(Signal signal) {
    int i = Arrays.asList(SIGNALS).indexOf(signal);
    if (i >= 0) {
      epochs.values().forEach(sums -> sums.counts[i] = 0);
      epochs.values().forEach(sums -> sums.sums[i] = 0);
    }
  }

  /** The epoch gone back into begins anew: sums cannot tell what of it is abandoned. */
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
   * Those of which something is known.
   *
   * @param figures what tells whether an accuracy is in percent
   */
  public List<Epoch> all(RunMetricsView figures) {
    List<Epoch> all = new ArrayList<>();
    epochs.forEach(
        (epoch, sums) ->
            all.add(
                new Epoch(
                    epoch,
                    sums.mean(0),
                    sums.mean(1),
                    sums.mean(2) / figures.wholeAccuracy(),
                    sums.mean(3) / figures.wholeValidationAccuracy())));
    return all;
  }
}
