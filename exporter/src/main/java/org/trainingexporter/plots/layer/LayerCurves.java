package org.trainingexporter.plots.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The curves of some layers, downsampled so that a log of any length takes the same memory. All
 * layers share their points. When there are too many, each two neighbours are merged, and from then
 * on a point covers twice as many records. A merged point keeps the largest value, so that no
 * exploding gradient is lost.
 */
public final class LayerCurves {
  public static final int MAX_POINTS = 400;

  /** The largest values of consecutive records, at the position of the last one. */
  static final class Point {
    private double position;
    private double time;
    private int records = 1;
    private final double[] values;

    private Point(double position, double time, double[] values) {
      this.position = position;
      this.time = time;
      this.values = values;
    }

    /** Keeps the value if it is the largest so far; NaN is ignored. */
    void raise(int layer, LayerCurve curve, double value) {
      raise(layer * LayerCurve.COUNT + curve.ordinal(), value);
    }

    private void raise(int i, double value) {
      if (!Double.isNaN(value) && !(values[i] >= value)) {
        values[i] = value;
      }
    }

    private Point join(Point next) {
      for (int i = 0; i < values.length; i++) {
        raise(i, next.values[i]);
      }
      position = next.position;
      time = next.time;
      records += next.records;
      return this;
    }
  }

  private final int width;
  private List<Point> points = new ArrayList<>();
  private int recordsPerPoint = 1;

  LayerCurves(int layers) {
    this.width = layers * LayerCurve.COUNT;
  }

  /** The point for a record; a record at an earlier position goes to an existing point. */
  Point at(double position, double time) {
    Point last = points.isEmpty() ? null : points.get(points.size() - 1);
    if (last != null && position <= last.position) {
      return points.stream().filter(p -> p.position >= position).findFirst().orElse(last);
    }
    if (last != null && last.records < recordsPerPoint) {
      last.position = position;
      last.time = time;
      last.records++;
      return last;
    }
    if (points.size() == MAX_POINTS) {
      halve();
      return at(position, time);
    }
    double[] unknown = new double[width];
    Arrays.fill(unknown, Double.NaN);
    Point made = new Point(position, time, unknown);
    points.add(made);
    return made;
  }

  private void halve() {
    List<Point> half = new ArrayList<>();
    for (int i = 0; i + 1 < points.size(); i += 2) {
      half.add(points.get(i).join(points.get(i + 1)));
    }
    points = half;
    recordsPerPoint *= 2;
  }

  /** Drops the points above a position. */
  void rewind(double position) {
    points.removeIf(point -> point.position > position);
  }

  void clear() {
    points.clear();
    recordsPerPoint = 1;
  }

  /** How many records a point covers. */
  int recordsPerPoint() {
    return recordsPerPoint;
  }

  List<Double> positions() {
    return points.stream().map(p -> p.position).toList();
  }

  List<Double> times() {
    return points.stream().map(p -> p.time).toList();
  }

  List<Double> values(int layer, LayerCurve curve) {
    int i = layer * LayerCurve.COUNT + curve.ordinal();
    return points.stream().map(p -> p.values[i]).toList();
  }
}
