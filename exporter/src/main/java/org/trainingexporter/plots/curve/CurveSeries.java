package org.trainingexporter.plots.curve;

import java.util.Arrays;
import org.trainingexporter.plots.point.RecordMeans;

/** The points of one curve, by attempt and then by position. Immutable. */
public final class CurveSeries {
  private final Origin origin;
  private final double[] x;
  private final double[] time;
  private final double[] y;
  private final int[] attempt;
  private final RecordMeans means;

  /**
   * Where the points come from.
   *
   * @param signal the curve's name, or {@code value:KEY}
   * @param count how many points the log holds
   * @param clears how often all earlier points ceased to hold
   * @param whole what the log writes for a value of 1: 100 where it is in percent, else 1
   */
  public record Origin(String signal, long count, int clears, double whole) {}

  /** Takes ownership of the arrays. */
  CurveSeries(
      Origin origin, double[] x, double[] time, double[] y, int[] attempt, RecordMeans means) {
    this.origin = origin;
    this.x = x;
    this.time = time;
    this.y = y;
    this.attempt = attempt;
    this.means = means;
  }

  /** The curve's name, or {@code value:KEY}. */
  public String signal() {
    return origin.signal;
  }

  public Origin origin() {
    return origin;
  }

  /** How many points the log holds. */
  public long count() {
    return origin.count;
  }

  /** How many points this has. */
  public int size() {
    return x.length;
  }

  /** The position: steps, or epochs if the run counts no steps. */
  public double x(int i) {
    return x[i];
  }

  /** The lowest position. There must be a point. */
  public double least() {
    return Arrays.stream(x).min().getAsDouble();
  }

  /** The highest position. There must be a point. */
  public double largest() {
    return Arrays.stream(x).max().getAsDouble();
  }

  /** Seconds since 1970; NaN if unknown. */
  public double time(int i) {
    return time[i];
  }

  /** The value; NaN or infinite if the log says so. */
  public double y(int i) {
    return y[i];
  }

  /**
   * How many records with a finite value the point stands for: its own, and those dropped before.
   */
  public int records(int i) {
    return means.records(i);
  }

  /** The mean of their values; NaN without any. */
  public double mean(int i) {
    return means.mean(i) / origin.whole;
  }

  /** The number of restarts before this point. */
  public int attempt(int i) {
    return attempt[i];
  }

  /** How many records the longest attempt has, as far as the points tell. */
  public double recordsOfLongestAttempt() {
    int longest = 0;
    int from = 0;
    for (int i = 0; i < size(); i++) {
      from = attempt[i] == attempt[from] ? from : i;
      longest = Math.max(longest, i + 1 - from);
    }
    return (double) count() * longest / Math.max(1, size());
  }
}
