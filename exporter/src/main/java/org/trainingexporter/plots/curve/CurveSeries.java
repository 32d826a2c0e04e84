package org.trainingexporter.plots.curve;

import java.util.Arrays;

/**
 * One curve as it is drawn: points in the order of attempts and, within one, of positions.
 * Immutable.
 */
public final class CurveSeries {
  private final String signal;
  private final long count;
  private final double[] x;
  private final double[] time;
  private final double[] y;
  private final int[] attempt;

  /** The arrays are handed over. */
  CurveSeries(String signal, long count, double[] x, double[] time, double[] y, int[] attempt) {
    this.signal = signal;
    this.count = count;
    this.x = x;
    this.time = time;
    this.y = y;
    this.attempt = attempt;
  }

  /** Its name, or {@code value:KEY}. */
  public String signal() {
    return signal;
  }

  /** How many points the log holds. */
  public long count() {
    return count;
  }

  /** How many of them are here. */
  public int size() {
    return x.length;
  }

  /** The position: steps, or epochs where the run counts none. */
  public double x(int i) {
    return x[i];
  }

  /** The least position; only when there is one. */
  public double least() {
    return Arrays.stream(x).min().getAsDouble();
  }

  /** The largest position; only when there is one. */
  public double largest() {
    return Arrays.stream(x).max().getAsDouble();
  }

  /** Seconds since 1970, NaN where unknown. */
  public double time(int i) {
    return time[i];
  }

  /** May be NaN or infinite: the log said so. */
  public double y(int i) {
    return y[i];
  }

  /** How often the training had begun again by then. */
  public int attempt(int i) {
    return attempt[i];
  }
}
