package org.trainingexporter.plots.layer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The curves of some layers over one row of points, that a log of any length takes the same memory:
 * when there are too many points each two are joined, and so are as many records from then on. Of
 * joined records the largest value stays, so that no explosion is lost.
 */
public final class LayerCurves {
  public static final int MOST = 400;

  /** What some records say of all layers, at the place of the last of them. */
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

    /** Takes a value of a layer over where it is the largest. */
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
  private int each = 1;

  LayerCurves(int layers) {
    this.width = layers * LayerCurve.COUNT;
  }

  /** The point that a record stands in; one that comes late joins what is there. */
  Point at(double position, double time) {
    Point last = points.isEmpty() ? null : points.get(points.size() - 1);
    if (last != null && position <= last.position) {
      return points.stream().filter(p -> p.position >= position).findFirst().orElse(last);
    }
    if (last != null && last.records < each) {
      last.position = position;
      last.time = time;
      last.records++;
      return last;
    }
    if (points.size() == MOST) {
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
    each *= 2;
  }

  void rewind(double to) {
    points.removeIf(point -> point.position > to);
  }

  void clear() {
    points.clear();
    each = 1;
  }

  /** How many records a point stands for. */
  int each() {
    return each;
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
