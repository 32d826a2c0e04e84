package org.trainingexporter.history.remote;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What a server has of a run in a stretch of time: when it was scraped or written, and how many
 * training records it had by then. Immutable; seconds since 1970.
 */
public final class RemoteCoverage {
  /** Nobody was asked yet. */
  public static final RemoteCoverage UNASKED = nothing(0, 0);

  /** A wider hole is filled. */
  private static final double HOLE = 60;

  /** A log is written at most so long after the time that its records tell. */
  private static final double LONGEST_DELAY = 3600;

  private final double from;
  private final double to;
  private final double[] times;
  private final double[] counts;

  /**
   * @param from where the stretch begins that ticks may lie in
   * @param to where that ends; what lies around it is known too, as far as a hole may be wide
   * @param samples counts by their times
   */
  public RemoteCoverage(double from, double to, SortedMap<Double, Double> samples) {
    this.from = from;
    this.to = to;
    this.times = samples.keySet().stream().mapToDouble(it -> it).toArray();
    this.counts = samples.values().stream().mapToDouble(it -> it).toArray();
  }

  public static RemoteCoverage nothing(double from, double to) {
    return new RemoteCoverage(from, to, Collections.emptySortedMap());
  }

  /** How far around the stretch the server's samples must be known. */
  public static double around(double interval) {
    return Math.max(HOLE, 1.5 * interval);
  }

  public boolean covers(double time) {
    return from <= time && time < to;
  }

  /** Whether that tick lies in a hole, and not so near to a sample that it would crowd it. */
  public boolean lacks(double tick, double interval) {
    int next = after(tick);
    double before = next == 0 ? Double.NEGATIVE_INFINITY : times[next - 1];
    double behind = next == times.length ? Double.POSITIVE_INFINITY : times[next];
    return behind - before > around(interval)
        && tick - before >= interval
        && behind - tick >= interval;
  }

  /**
   * Until when that record was not seen, which may be later than its own time: a log can be written
   * late, and a counter must not fall where the scrape takes over.
   *
   * @param record its time
   * @param before how many training records come before it
   */
  public double unseen(double record, double before) {
    double until = record;
    for (int i = after(record);
        i < times.length && times[i] <= record + LONGEST_DELAY && counts[i] <= before;
        i++) {
      until = times[i];
    }
    return until;
  }

  /** The first sample behind that time. */
  private int after(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
