package org.trainingexporter.plots.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.plots.layer.LayerHistory.Epoch;
import org.trainingexporter.run.RunView;

/**
 * Means by epoch: the mean of each training signal's finite values, and the newest validation. A
 * fraction such as 2.25 counts for the epoch that it is a part of, here 3. If there are too many
 * epochs, neighbours are merged.
 */
public final class EpochMeans {
  private static final int MAX_EPOCHS = 1_000;

  /** How the values of an epoch become one. */
  private enum EpochValue {
    MEAN,
    NEWEST
  }

  private enum EpochColumn {
    LOSS(Signal.LOSS, EpochValue.MEAN),
    VALIDATION_LOSS(Signal.VALIDATION_LOSS, EpochValue.NEWEST),
    ACCURACY(Signal.TRAIN_ACCURACY, EpochValue.MEAN),
    VALIDATION_ACCURACY(Signal.VALIDATION_ACCURACY, EpochValue.NEWEST);

    private final Signal signal;
    private final EpochValue value;

    EpochColumn(Signal signal, EpochValue value) {
      this.signal = signal;
      this.value = value;
    }
  }

  private static final List<EpochColumn> COLUMNS = List.of(EpochColumn.values());

  /** One epoch: of each column the sum of its values and how many they are. */
  private static final class EpochSums {
    private final double[] sums = new double[COLUMNS.size()];
    private final int[] counts = new int[COLUMNS.size()];

    void add(EpochColumn column, double value) {
      add(column, value, 1);
    }

    private void add(EpochColumn column, double sum, int count) {
      int i = column.ordinal();
      boolean replaces = column.value == EpochValue.NEWEST;
      sums[i] = replaces ? sum : sums[i] + sum;
      counts[i] = replaces ? count : counts[i] + count;
    }

    /** Adds a later epoch. */
    EpochSums merge(EpochSums later) {
      for (EpochColumn column : COLUMNS) {
        int i = column.ordinal();
        if (later.counts[i] > 0) {
          add(column, later.sums[i], later.counts[i]);
        }
      }
      return this;
    }

    void clear(EpochColumn column) {
      sums[column.ordinal()] = 0;
      counts[column.ordinal()] = 0;
    }

    double mean(EpochColumn column) {
      int count = counts[column.ordinal()];
      return count == 0 ? Unknown.UNKNOWN : sums[column.ordinal()] / count;
    }
  }

  private final TreeMap<Double, EpochSums> epochs = new TreeMap<>();
  private double newest = Unknown.UNKNOWN;
  private double width = 1;

  public void add(LogRecord record, RunView run) {
    if (run.reads(record, Signal.EPOCH) && Double.isFinite(record.value(Signal.EPOCH))) {
      newest = record.value(Signal.EPOCH);
    }
    for (EpochColumn column : COLUMNS) {
      if (Unknown.isKnown(newest) && run.reads(record, column.signal)) {
        add(column, record.value(column.signal));
      }
    }
  }

  private void add(EpochColumn column, double value) {
    if (column.value == EpochValue.MEAN && !Double.isFinite(value)) {
      return;
    }
    epochs.computeIfAbsent(key(newest), epoch -> new EpochSums()).add(column, value);
    if (epochs.size() > MAX_EPOCHS) {
      merge();
    }
  }

  private double key(double epoch) {
    return Math.ceil(epoch / width) * width;
  }

  private void merge() {
    width *= 2;
    TreeMap<Double, EpochSums> former = new TreeMap<>(epochs);
    epochs.clear();
    for (Map.Entry<Double, EpochSums> one : former.entrySet()) {
      epochs.merge(key(one.getKey()), one.getValue(), EpochSums::merge);
    }
  }

  /** The signal is read by another alias from now on: what was read before does not count. */
  public void drop(Signal signal) {
    for (EpochColumn column : COLUMNS) {
      if (column.signal == signal) {
        epochs.values().forEach(sums -> sums.clear(column));
      }
    }
  }

  /** Drops this epoch and all later ones: a sum cannot be taken back in part. */
  public void rewind(double epoch) {
    if (Unknown.isKnown(epoch)) {
      epochs.tailMap(key(epoch), true).clear();
    }
  }

  public void clear() {
    epochs.clear();
    newest = Unknown.UNKNOWN;
    width = 1;
  }

  /**
   * The epochs of which something is known.
   *
   * @param run says whether accuracies are in percent
   */
  public List<Epoch> all(RunView run) {
    List<Epoch> all = new ArrayList<>();
    epochs.forEach(
        (epoch, sums) ->
            all.add(
                new Epoch(
                    epoch,
                    ratio(sums, EpochColumn.LOSS, run),
                    ratio(sums, EpochColumn.VALIDATION_LOSS, run),
                    ratio(sums, EpochColumn.ACCURACY, run),
                    ratio(sums, EpochColumn.VALIDATION_ACCURACY, run))));
    return all;
  }

  private static double ratio(EpochSums sums, EpochColumn column, RunView run) {
    return sums.mean(column) / run.scale(column.signal);
  }
}
