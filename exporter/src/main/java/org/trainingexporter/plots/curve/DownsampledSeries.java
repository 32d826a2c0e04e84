package org.trainingexporter.plots.curve;

import java.util.Arrays;
import org.trainingexporter.plots.point.RecordMeans;

/**
 * The points of one curve, downsampled as they are added, so that a log of any length takes the
 * same memory. When there are too many, each bucket of positions keeps its smallest, largest and
 * last value, the first NaN and the first of each infinity. A bucket's width is a power of two and
 * doubles until the points fit, so each bucket consists of whole earlier ones: no peak, no NaN and
 * neither end of the curve is ever lost. Each point also knows the mean of the records since the
 * point before it.
 */
public final class DownsampledSeries {
  /** Points that are kept; half as many again are added before downsampling. */
  public static final int MAX_POINTS = 2_000;

  private static final int CAPACITY = MAX_POINTS + MAX_POINTS / 2;

  private double[] x = new double[16];
  private double[] time = new double[16];
  private double[] y = new double[16];
  private int[] attempt = new int[16];
  private RecordMeans means = new RecordMeans().copy(16);
  private int size;
  private long count;
  private int clears;
  private double width;

  /**
   * Adds a point of the newest attempt, sorted by position.
   *
   * @return whether it is the last point of the curve
   */
  boolean add(int newAttempt, double newX, double newTime, double newY) {
    if (size == CAPACITY) {
      downsample(MAX_POINTS);
    }
    if (size == x.length) {
      grow();
    }
    int at = size;
    while (at > 0 && attempt[at - 1] == newAttempt && x[at - 1] > newX) {
      at--;
    }
    move(at, at + 1, size - at);
    x[at] = newX;
    time[at] = newTime;
    y[at] = newY;
    attempt[at] = newAttempt;
    means.set(at, newY);
    size++;
    count++;
    return at == size - 1;
  }

  private void grow() {
    int length = Math.min(CAPACITY, 2 * size);
    x = Arrays.copyOf(x, length);
    time = Arrays.copyOf(time, length);
    y = Arrays.copyOf(y, length);
    attempt = Arrays.copyOf(attempt, length);
    means.resize(length);
  }

  private void move(int from, int to, int length) {
    System.arraycopy(x, from, x, to, length);
    System.arraycopy(time, from, time, to, length);
    System.arraycopy(y, from, y, to, length);
    System.arraycopy(attempt, from, attempt, to, length);
    means.move(from, to, length);
  }

  /** Drops the points of the attempt above a position. */
  void rewind(int rewound, double position) {
    while (size > 0 && attempt[size - 1] == rewound && x[size - 1] > position) {
      size--;
      count--;
    }
  }

  void clear() {
    size = 0;
    count = 0;
    width = 0;
    clears++;
  }

  public boolean isEmpty() {
    return size == 0;
  }

  double first() {
    return Arrays.stream(x, 0, size).min().orElse(Double.NaN);
  }

  double last() {
    return Arrays.stream(x, 0, size).max().orElse(Double.NaN);
  }

  /** A copy, to be downsampled further or extended. */
  DownsampledSeries copy() {
    DownsampledSeries copy = new DownsampledSeries();
    copy.x = Arrays.copyOf(x, Math.max(16, size));
    copy.time = Arrays.copyOf(time, Math.max(16, size));
    copy.y = Arrays.copyOf(y, Math.max(16, size));
    copy.attempt = Arrays.copyOf(attempt, Math.max(16, size));
    copy.means = means.copy(Math.max(16, size));
    copy.size = size;
    copy.count = count;
    copy.clears = clears;
    copy.width = width;
    return copy;
  }

  /**
   * The points as they are now.
   *
   * @param whole values are divided by this: 100 if the log has percent
   */
  public CurveSeries series(String signal, double whole) {
    double[] values = Arrays.copyOf(y, size);
    if (whole != 1) {
      Arrays.setAll(values, i -> values[i] / whole);
    }
    return new CurveSeries(
        new CurveSeries.Origin(signal, count, clears, whole),
        Arrays.copyOf(x, size),
        Arrays.copyOf(time, size),
        values,
        Arrays.copyOf(attempt, size),
        means.copy(size));
  }

  /**
   * Downsamples to at most this many points, or until only ends and extremes are left. Then the
   * oldest attempts are dropped.
   */
  public void downsample(int most) {
    if (size <= most) {
      return;
    }
    double span = last() - first();
    if (width == 0 && span > 0) {
      width = Math.scalb(1.0, Math.getExponent(span / most));
    }
    keepExtremes();
    while (size > most && (width < span || attempt[0] != attempt[size - 1])) {
      if (width < span) {
        width *= 2;
        keepExtremes();
      } else {
        dropOldestAttempt();
      }
    }
  }

  private void dropOldestAttempt() {
    int end = 0;
    while (attempt[end] == attempt[0]) {
      end++;
    }
    move(end, 0, size - end);
    size -= end;
  }

  private void keepExtremes() {
    int kept = 0;
    int end;
    for (int start = 0; start < size; start = end) {
      end = start + 1;
      while (end < size && isSameBucket(start, end)) {
        end++;
      }
      kept = keepExtremes(start, end, kept);
    }
    size = kept;
  }

  private boolean isSameBucket(int a, int b) {
    boolean together = width == 0 || Math.floor(x[a] / width) == Math.floor(x[b] / width);
    return together && attempt[a] == attempt[b];
  }

  /** Moves the points that a bucket keeps to index {@code to}; returns the index after them. */
  private int keepExtremes(int start, int end, int to) {
    int least = -1;
    int largest = -1;
    int[] nonFinite = {-1, -1, -1};
    for (int i = start; i < end; i++) {
      if (!Double.isFinite(y[i])) {
        int kind = Double.isNaN(y[i]) ? 0 : y[i] > 0 ? 1 : 2;
        nonFinite[kind] = nonFinite[kind] < 0 ? i : nonFinite[kind];
      } else {
        least = least < 0 || y[i] < y[least] ? i : least;
        largest = largest < 0 || y[i] > y[largest] ? i : largest;
      }
    }
    int kept = to;
    for (int i = start; i < end; i++) {
      boolean extreme = i == least || i == largest;
      boolean isNonFinite = i == nonFinite[0] || i == nonFinite[1] || i == nonFinite[2];
      boolean isEnd = i == end - 1 || i == 0 || (i == start && attempt[i] != attempt[to - 1]);
      if (extreme || isNonFinite || isEnd) {
        x[kept] = x[i];
        time[kept] = time[i];
        y[kept] = y[i];
        means.keep(i, kept);
        attempt[kept++] = attempt[i];
      } else {
        means.drop(i);
      }
    }
    return kept;
  }
}
