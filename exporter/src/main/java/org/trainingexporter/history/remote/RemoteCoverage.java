package org.trainingexporter.history.remote;

import java.util.Arrays;
import java.util.Collections;
import java.util.SortedMap;

/**
 * What a server has of a run in a stretch of time: the times of its samples, and how many training
 * records the run had by then. Immutable. Times are seconds since 1970.
 */
public final class RemoteCoverage {
  /** Covers no time: the server was not asked yet. */
  public static final RemoteCoverage UNKNOWN = nothing(0, 0);

  /** A gap between two samples that is wider is filled; seconds. */
  private static final double WIDEST_GAP = 60;

  /** The finest that samples of a run stand; seconds. */
  private static final double NEAREST = 1;

  /** A record is written to its log at most this long after its own time; seconds. */
  private static final double LONGEST_DELAY = 3600;

  private final double from;
  private final double to;
  private final double[] times;
  private final double[] counts;

  /**
   * @param from start of the stretch that ticks may lie in
   * @param to end of that stretch; samples must be known {@link #around} it too
   * @param samples counts of training records by time
   */
  public RemoteCoverage(double from, double to, SortedMap<Double, Double> samples) {
    this.from = from;
    this.to = to;
    this.times = samples.keySet().stream().mapToDouble(it -> it).toArray();
    this.counts = samples.values().stream().mapToDouble(it -> it).toArray();
  }

  /** A server that has no sample in that stretch. */
  public static RemoteCoverage nothing(double from, double to) {
    return new RemoteCoverage(from, to, Collections.emptySortedMap());
  }

  /** How many seconds around the stretch the server's samples must be known. */
  public static double around(double interval) {
    return Math.max(WIDEST_GAP, 1.5 * interval);
  }

  /** Whether the server has no sample in the stretch, nor around it. */
  public boolean isEmpty() {
    return times.length == 0;
  }

  /** Whether a tick of that time lies in the stretch. */
  public boolean covers(double time) {
    return from <= time && time < to;
  }

  /** Whether the tick lies in a gap that is to be filled, at least an interval from any sample. */
  public boolean lacks(double tick, double interval) {
    int next = after(tick);
    double before = next == 0 ? Double.NEGATIVE_INFINITY : times[next - 1];
    double behind = next == times.length ? Double.POSITIVE_INFINITY : times[next];
    return behind - before > around(interval)
        && tick - before >= interval
        && behind - tick >= interval;
  }

  /** Whether the server has a sample after one time, and not after another. */
  public boolean isBetween(double one, double other) {
    int next = after(one);
    return next < times.length && times[next] <= other;
  }

  /**
   * Whether a tick of a run's records may stand between the samples around it: they are further
   * apart than the records, a second away, and no counter falls.
   *
   * @param gap seconds between two records
   * @param count of training records at the tick
   */
  public boolean fits(double tick, double gap, double count) {
    int next = after(tick);
    boolean first = next == 0;
    boolean last = next == times.length;
    double before = first ? Double.NEGATIVE_INFINITY : times[next - 1];
    double behind = last ? Double.POSITIVE_INFINITY : times[next];
    return behind - before > gap
        && tick - before >= NEAREST
        && behind - tick >= NEAREST
        && (first || counts[next - 1] <= count)
        && (last || count <= counts[next]);
  }

  /**
   * The time until which the server had not seen a record. It can be later than the record's own
   * time, since a log can be written late; a counter must not fall where the scrape takes over.
   *
   * @param record time of the record
   * @param before how many training records come before it
   */
  public double unseenUntil(double record, double before) {
    double until = record;
    for (int i = after(record);
        i < times.length && times[i] <= record + LONGEST_DELAY && counts[i] <= before;
        i++) {
      until = times[i];
    }
    return until;
  }

  /** Index of the first sample after that time. */
  private int after(double time) {
    int found = Arrays.binarySearch(times, time);
    return found >= 0 ? found + 1 : -found - 1;
  }
}
