package org.trainingexporter.history.sample;

import java.util.Arrays;

/**
 * One series with the samples of a batch, oldest first. Times are milliseconds since 1970. A series
 * that is missing at a tick ends with Prometheus' stale marker, as in a scrape. One thread.
 */
public final class SampleSeries {
  /** Prometheus' stale marker: a NaN with bits of its own. */
  static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

  /** A gauge that has not changed for that long, in milliseconds, is written less often. */
  private static final long SETTLES_AFTER = 300_000;

  private static final long SETTLED_INTERVAL = 60_000;

  public final SeriesId id;
  public final byte[] labels;
  private final boolean counter;
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int size;
  private double newest = Double.NaN;
  private long changed;
  private long written = Long.MIN_VALUE;
  private long seen;

  /**
   * @param labels encoded, with those of the scrape
   * @param counter whether it is a counter; counters are written at each tick, so that rates over a
   *     minute exist
   */
  SampleSeries(SeriesId id, byte[] labels, boolean counter) {
    this.id = id;
    this.labels = labels;
    this.counter = counter;
  }

  /**
   * Sets the value at a tick; returns whether that made a sample.
   *
   * @param extra whether the tick lies between two regular ones, where only a change is written
   */
  boolean add(long tick, long interval, double value, boolean extra) {
    seen = tick;
    if (Double.compare(value, newest) != 0) {
      newest = value;
      changed = tick;
    } else if (extra || isSettled(tick, interval)) {
      return false;
    }
    append(tick, value);
    return true;
  }

  private boolean isSettled(long tick, long interval) {
    return !counter
        && tick - changed > SETTLES_AFTER
        && tick - written + interval <= SETTLED_INTERVAL;
  }

  /** Lets the next value count as a change, whatever it is. Samples stay. */
  void restate() {
    newest = Double.NaN;
  }

  /** Ends the series unless it was added at this tick; returns whether that made a sample. */
  boolean end(long tick) {
    if (seen == tick || Double.isNaN(newest)) {
      return false;
    }
    newest = Double.NaN;
    append(tick, STALE);
    return true;
  }

  boolean hasEnded() {
    return Double.isNaN(newest);
  }

  private void append(long tick, double value) {
    if (size == times.length) {
      times = Arrays.copyOf(times, 2 * size);
      values = Arrays.copyOf(values, 2 * size);
    }
    times[size] = tick;
    values[size++] = value;
    written = tick;
  }

  /** Drops the samples. */
  void clear() {
    size = 0;
  }

  public int size() {
    return size;
  }

  public long time(int i) {
    return times[i];
  }

  public double value(int i) {
    return values[i];
  }
}
