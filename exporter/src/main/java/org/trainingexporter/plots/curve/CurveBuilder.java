package org.trainingexporter.plots.curve;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.Applied;

/** The curves of one run while its records are applied, and the position that is drawn at. */
final class CurveBuilder {
  private final Map<Curve, DownsampledSeries> curves = new EnumMap<>(Curve.class);
  private final Map<String, DownsampledSeries> values = new LinkedHashMap<>();

  /** Position and time of the newest value of a curve, where it is not drawn. */
  private final Map<Curve, double[]> undrawn = new EnumMap<>(Curve.class);

  /** Null while nobody listens. */
  private PendingPoints fresh;

  private double position;
  private double time;
  private int attempt;

  CurveBuilder(Set<String> keys) {
    for (Curve curve : Curve.all()) {
      curves.put(curve, new DownsampledSeries());
    }
    keys.forEach(key -> values.put(key, new DownsampledSeries()));
  }

  /** From now on new points are published as well. */
  void publishTo(PendingPoints to) {
    fresh = to;
  }

  /** Draws at that position and time from now on. */
  void moveTo(double toPosition, double toTime) {
    position = toPosition;
    time = toTime;
  }

  double position() {
    return position;
  }

  /** Drops what a record has made void, and draws at its position from now on. */
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

  void draw(Curve curve, double value) {
    undrawn.remove(curve);
    add(curves.get(curve), curve.label, value);
  }

  /** Draws a value where its key is kept. */
  void draw(String key, double value) {
    DownsampledSeries points = values.get(key);
    if (points != null) {
      add(points, Curve.VALUE + key, value);
    }
  }

  /** Whether subscribers get points that are not drawn, too. */
  boolean isPublished() {
    return fresh != null;
  }

  /** The curve has a value here that is published, but not drawn. */
  void skip(Curve curve, double value) {
    double[] last = undrawn.computeIfAbsent(curve, c -> new double[2]);
    last[0] = position;
    last[1] = time;
    if (fresh != null) {
      fresh.add(curve.label, attempt, position, time, value);
    }
  }

  private void add(DownsampledSeries to, String signal, double value) {
    boolean inOrder = to.add(attempt, position, time, value);
    if (fresh != null) {
      fresh.add(signal, attempt, position, time, value);
      if (!inOrder) {
        fresh.breakOff();
      }
    }
  }

  private void clear() {
    curves.values().forEach(DownsampledSeries::clear);
    values.values().forEach(DownsampledSeries::clear);
    breakOff();
  }

  private void clear(Signal signal) {
    curves.forEach(
        (curve, points) -> {
          if (curve.signal == signal) {
            points.clear();
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
    undrawn.clear();
    if (fresh != null) {
      fresh.breakOff();
    }
  }

  /** A copy of the points, with the newest value where that is not drawn. */
  DownsampledSeries points(Curve curve, double newest) {
    DownsampledSeries points = curves.get(curve).copy();
    double[] last = undrawn.get(curve);
    if (last != null && !Double.isNaN(newest)) {
      points.add(attempt, last[0], last[1], newest);
    }
    return points;
  }

  /** A copy of the points; null for a key that is not kept. */
  DownsampledSeries points(String key) {
    DownsampledSeries points = values.get(key);
    return points == null ? null : points.copy();
  }

  boolean has(Curve curve) {
    return !curves.get(curve).isEmpty();
  }
}
