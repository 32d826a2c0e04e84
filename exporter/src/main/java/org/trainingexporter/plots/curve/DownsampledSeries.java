package org.trainingexporter.plots.curve;

import java.util.Arrays;

/**
 * The points of one curve, thinned as they come, so that a log of any length takes the same memory:
 * when there are too many, each bucket of positions keeps its smallest, its largest and its last
 * value and the first of each kind that is no number. Buckets are powers of two wide and double
 * until the points fit, so that a bucket always holds whole former ones: no peak, no NaN and
 * neither end is ever lost.
 */
public final class DownsampledSeries {
  /** So many are kept; half as many again may wait to be thinned. */
  public static final int MOST = 2_000;

  private static final int ROOM = MOST + MOST / 2;

  private double[] x = new double[16];
  private double[] time = new double[16];
  private double[] y = new double[16];
  private int[] attempt = new int[16];
  private int size;
  private long count;
  private double width;

  /**
   * Adds a point of the newest attempt at its place.
   *
   * @return whether that is the end of the curve
   */
  boolean add(int itsAttempt, double itsX, double itsTime, double itsY) {
    if (size == ROOM) {
      thin(MOST);
    }
    if (size == x.length) {
      grow();
    }
    int at = size;
    while (at > 0 && attempt[at - 1] == itsAttempt && x[at - 1] > itsX) {
      at--;
    }
    move(at, at + 1, size - at);
    x[at] = itsX;
    time[at] = itsTime;
    y[at] = itsY;
    attempt[at] = itsAttempt;
    size++;
    count++;
    return at == size - 1;
  }

  private void grow() {
    int length = Math.min(ROOM, 2 * size);
    x = Arrays.copyOf(x, length);
    time = Arrays.copyOf(time, length);
    y = Arrays.copyOf(y, length);
    attempt = Arrays.copyOf(attempt, length);
  }

  private void move(int from, int to, int length) {
    System.arraycopy(x, from, x, to, length);
    System.arraycopy(time, from, time, to, length);
    System.arraycopy(y, from, y, to, length);
    System.arraycopy(attempt, from, attempt, to, length);
  }

  /** Forgets what the attempt has above the position. */
  void rewind(int itsAttempt, double to) {
    while (size > 0 && attempt[size - 1] == itsAttempt && x[size - 1] > to) {
      size--;
      count--;
    }
  }

  void clear() {
    size = 0;
    count = 0;
    width = 0;
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

  /** The same points, so that they can be thinned further or added to. */
  DownsampledSeries copy() {
    DownsampledSeries copy = new DownsampledSeries();
    copy.x = Arrays.copyOf(x, Math.max(16, size));
    copy.time = Arrays.copyOf(time, Math.max(16, size));
    copy.y = Arrays.copyOf(y, Math.max(16, size));
    copy.attempt = Arrays.copyOf(attempt, Math.max(16, size));
    copy.size = size;
    copy.count = count;
    copy.width = width;
    return copy;
  }

  /**
   * What is drawn.
   *
   * @param whole what 1 stands for in the values
   */
  public CurveSeries series(String signal, double whole) {
    double[] values = Arrays.copyOf(y, size);
    if (whole != 1) {
      Arrays.setAll(values, i -> values[i] / whole);
    }
    return new CurveSeries(
        signal,
        count,
        Arrays.copyOf(x, size),
        Arrays.copyOf(time, size),
        values,
        Arrays.copyOf(attempt, size));
  }

  /** Thins until so many are left, or until only ends and extremes are. Old attempts go first. */
  public void thin(int most) {
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

  /** Moves what one bucket keeps to the front; returns where the next one's begins. */
  private int keepExtremes(int start, int end, int to) {
    int least = -1;
    int largest = -1;
    int[] broken = {-1, -1, -1};
    for (int i = start; i < end; i++) {
      if (!Double.isFinite(y[i])) {
        int kind = Double.isNaN(y[i]) ? 0 : y[i] > 0 ? 1 : 2;
        broken[kind] = broken[kind] < 0 ? i : broken[kind];
      } else {
        least = least < 0 || y[i] < y[least] ? i : least;
        largest = largest < 0 || y[i] > y[largest] ? i : largest;
      }
    }
    int kept = to;
    for (int i = start; i < end; i++) {
      boolean extreme = i == least || i == largest;
      boolean isBroken = i == broken[0] || i == broken[1] || i == broken[2];
      boolean isEnd = i == end - 1 || i == 0 || (i == start && attempt[i] != attempt[to - 1]);
      if (extreme || isBroken || isEnd) {
        x[kept] = x[i];
        time[kept] = time[i];
        y[kept] = y[i];
        attempt[kept++] = attempt[i];
      }
    }
    return kept;
  }
}
