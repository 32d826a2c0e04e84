package org.trainingexporter.plots.curve;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.plots.point.PointSink;
import org.trainingexporter.run.Applied;

/** A run's curves under construction, and the position at which the next point is added. */
final class CurveBuilder {
  /** Where a point is. */
  record CurvePlace(double position, double time) {}

  private final Map<Curve, DownsampledSeries> curves = new EnumMap<>(Curve.class);
  private final Map<String, DownsampledSeries> values = new LinkedHashMap<>();

  /** Position and time of the newest point that was skipped, by curve. */
  private final Map<Curve, double[]> skipped = new EnumMap<>(Curve.class);

  /** Null while nobody listens. */
  private PointSink pending;

  private double position;
  private double time;
  private int attempt;

  CurveBuilder(Set<String> keys) {
    for (Curve curve : Curve.all()) {
      curves.put(curve, new DownsampledSeries());
    }
    keys.forEach(key -> values.put(key, new DownsampledSeries()));
  }

  /** Also adds new points to {@code to} from now on. */
  void publishTo(PointSink to) {
    pending = to;
  }

  /** Sets the position and time of the points that follow. */
  void moveTo(double toPosition, double toTime) {
    position = toPosition;
    time = toTime;
  }

  double position() {
    return position;
  }

  /** Where the points are that are added now. */
  CurvePlace place() {
    return new CurvePlace(position, time);
  }

  /** Drops the points that a record has made void; the points that follow are at its position. */
  void begin(Applied applied) {
    moveTo(applied.at().position(), applied.at().time());
    if (applied.recounted()) {
      clear();
    }
    applied.realiased().forEach(this::clear);
    switch (applied.move()) {
      case RESTART -> {
        attempt++;
        breakOff();
      }
      case REWIND -> rewind();
      case NONE, START, FORWARD -> {}
    }
  }

  /** Adds a point to a curve. */
  void draw(Curve curve, double value) {
    skipped.remove(curve);
    add(curves.get(curve), curve.label, value);
  }

  /** Adds a point at a place before the newest one. */
  void drawAt(CurvePlace place, Curve curve, double value) {
    skipped.remove(curve);
    add(curves.get(curve), curve.label, place.position(), place.time(), value);
  }

  /** Skips a point without sending it: the curve goes on to it when it is asked for. */
  void skipUnsent(Curve curve) {
    double[] last = skipped.computeIfAbsent(curve, c -> new double[2]);
    last[0] = position;
    last[1] = time;
  }

  /** Adds a value if its key is recorded. */
  void draw(String key, double value) {
    DownsampledSeries points = values.get(key);
    if (points != null) {
      add(points, Curve.VALUE + key, value);
    }
  }

  /** Whether live subscribers receive points, including those that are not plotted. */
  boolean hasSubscribers() {
    return pending != null;
  }

  /** Sends a point to live subscribers without adding it to the curve. */
  void skip(Curve curve, double value) {
    skipUnsent(curve);
    if (pending != null) {
      pending.add(curve.label, attempt, position, time, value);
    }
  }

  private void add(DownsampledSeries to, String signal, double value) {
    add(to, signal, position, time, value);
  }

  private void add(DownsampledSeries to, String signal, double x, double at, double value) {
    boolean inOrder = to.add(attempt, x, at, value);
    if (pending != null) {
      pending.add(signal, attempt, x, at, value);
      if (!inOrder) {
        pending.breakOff();
      }
    }
  }

  private void clear() {
    curves.forEach((curve, points) -> clear(points, curve.label));
    values.forEach((key, points) -> clear(points, Curve.VALUE + key));
    breakOff();
  }

  private void clear(DownsampledSeries points, String signal) {
    points.clear();
    if (pending != null) {
      pending.clear(signal);
    }
  }

  private void clear(Signal signal) {
    curves.forEach(
        (curve, points) -> {
          if (curve.signal == signal) {
            clear(points, curve.label);
            breakOff();
          }
        });
  }

  private void rewind() {
    curves.values().forEach(points -> points.rewind(attempt, position));
    values.values().forEach(points -> points.rewind(attempt, position));
    breakOff();
  }

  private void breakOff() {
    skipped.clear();
    if (pending != null) {
      pending.breakOff();
    }
  }

  /**
   * A copy of the points, extended to the newest one if that was skipped.
   *
   * @param newest its value; NaN for none
   */
  DownsampledSeries points(Curve curve, double newest) {
    DownsampledSeries points = curves.get(curve).copy();
    double[] last = skipped.get(curve);
    if (last != null && !Double.isNaN(newest)) {
      points.add(attempt, last[0], last[1], newest);
    }
    return points;
  }

  /** A copy of the points; null for a key that is not recorded. */
  DownsampledSeries points(String key) {
    DownsampledSeries points = values.get(key);
    return points == null ? null : points.copy();
  }

  boolean has(Curve curve) {
    return !curves.get(curve).isEmpty();
  }
}
