package org.trainingexporter.history.sample;

import java.util.Arrays;

/**
 * One series with the samples of a batch, oldest first. Times are milliseconds since 1970. What was
 * there at one tick and is not at the next ends with Prometheus' mark for that, as in a scrape.
 */
public final class SampleSeries {
  /** A NaN of its own: the series has ended. */
  static final double STALE = Double.longBitsToDouble(0x7ff0000000000002L);

  /** A gauge that has not changed for so long is written less often. */
  private static final long SETTLES = 300_000;

  private static final long SETTLED_EVERY = 60_000;

  public final SeriesId id;
  public final byte[] labels;
  private final boolean counts;
  private long[] times = new long[16];
  private double[] values = new double[16];
  private int size;
  private double newest = Double.NaN;
  private long changed;
  private long written = Long.MIN_VALUE;
  private long seen;

  /**
   * @param labels encoded, those of the scrape too
   * @param counts whether it is a counter: these are written at each tick, for rates over a minute
   */
  SampleSeries(SeriesId id, byte[] labels, boolean counts) {
    this.id = id;
    this.labels = labels;
    this.counts = counts;
  }

  /** Its value at a tick; whether that made a sample. */
  boolean add(long tick, long interval, double value) {
    seen = tick;
    if (Double.compare(value, newest) != 0) {
      newest = value;
      changed = tick;
    } else if (!counts && tick - changed > SETTLES && tick - written + interval <= SETTLED_EVERY) {
      return false;
    }
    append(tick, value);
    return true;
  }

  /** It is no more unless it was seen at this tick; whether that made a sample. */
  boolean end(long tick) {
    if (seen == tick || Double.isNaN(newest)) {
      return false;
    }
    newest = Double.NaN;
    append(tick, STALE);
    return true;
  }

  boolean isOver() {
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

  /** The samples were taken over: it begins its next batch. */
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
