package org.trainingexporter.plots.point;

import java.util.Arrays;

/**
 * How many records with a finite value each point of a downsampled curve stands for, and their
 * mean. A point that is dropped leaves its records to the next one. Used by one thread.
 */
public final class RecordMeans {
  private int[] records = new int[0];
  private double[] means = new double[0];
  private int droppedRecords;
  private double droppedSum;

  /** Makes room for so many points. */
  public void resize(int length) {
    records = Arrays.copyOf(records, length);
    means = Arrays.copyOf(means, length);
  }

  /** The point stands for one record. */
  public void set(int i, double value) {
    boolean finite = Double.isFinite(value);
    records[i] = finite ? 1 : 0;
    means[i] = finite ? value : 0;
  }

  /** Moves points, as {@link System#arraycopy} does. */
  public void move(int from, int to, int length) {
    System.arraycopy(records, from, records, to, length);
    System.arraycopy(means, from, means, to, length);
  }

  /** Leaves the records of a point to the next one that is kept. */
  public void drop(int i) {
    droppedRecords += records[i];
    droppedSum += records[i] * means[i];
  }

  /** Moves a point to another index, with the records of those dropped before it. */
  public void keep(int from, int to) {
    int count = droppedRecords + records[from];
    double sum = droppedSum + records[from] * means[from];
    records[to] = count;
    means[to] = count == 0 ? 0 : sum / count;
    droppedRecords = 0;
    droppedSum = 0;
  }

  /** A copy with room for so many points. */
  public RecordMeans copy(int length) {
    RecordMeans copy = new RecordMeans();
    copy.records = Arrays.copyOf(records, length);
    copy.means = Arrays.copyOf(means, length);
    return copy;
  }

  /** How many records the point stands for. */
  public int records(int i) {
    return records[i];
  }

  /** The mean of their values; NaN without records. */
  public double mean(int i) {
    return records[i] == 0 ? Double.NaN : means[i];
  }
}
