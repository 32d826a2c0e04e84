package org.trainingexporter.plots.curve;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.event.key.Signal;

/** The curves of one run while they are drawn: where the pen stands, and what is on the paper. */
final class CurveBuilder implements RecordEffects.Listener {
  private final Map<Curve, DownsampledSeries> curves = new EnumMap<>(Curve.class);
  private final Map<String, DownsampledSeries> values = new LinkedHashMap<>();

  /** Where a curve has ended last without being drawn there: position and time. */
  private final Map<Curve, double[]> undrawn = new EnumMap<>(Curve.class);

  private PendingPoints fresh;
  private double place;
  private double time;
  private int attempt;

  CurveBuilder(Set<String> keys) {
    for (Curve curve : Curve.all()) {
      curves.put(curve, new DownsampledSeries());
    }
    keys.forEach(key -> values.put(key, new DownsampledSeries()));
  }

  /** From now on new points are told as well. */
  void publishTo(PendingPoints to) {
    fresh = to;
  }

  /** Moves the pen. */
  void move(double toPlace, double toTime) {
    place = toPlace;
    time = toTime;
  }

  double place() {
    return place;
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

  /** Whether who listens is to hear of a point that is not drawn. */
  boolean isTold() {
    return fresh != null;
  }

  /** The curve has a value here that is only told, not drawn. */
  void skip(Curve curve, double value) {
    double[] last = undrawn.computeIfAbsent(curve, c -> new double[2]);
    last[0] = place;
    last[1] = time;
    if (fresh != null) {
      fresh.add(curve.label, attempt, place, time, value);
    }
  }

  private void add(DownsampledSeries to, String signal, double value) {
    boolean inOrder = to.add(attempt, place, time, value);
    if (fresh != null) {
      fresh.add(signal, attempt, place, time, value);
      if (!inOrder) {
        fresh.breakOff();
      }
    }
  }

  @Override
  public void begunAnew() {
    curves.values().forEach(DownsampledSeries::clear);
    values.values().forEach(DownsampledSeries::clear);
    breakOff();
  }

  @Override
  public void respelled(Signal signal) {
    curves.forEach(
        (curve, points) -> {
          if (curve.signal == signal) {
            points.clear();
          }
        });
    breakOff();
  }

  @Override
  public void restarted() {
    attempt++;
    breakOff();
  }

  @Override
  public void rewound() {
    curves.values().forEach(points -> points.rewind(attempt, place));
    values.values().forEach(points -> points.rewind(attempt, place));
    breakOff();
  }

  private void breakOff() {
    undrawn.clear();
    if (fresh != null) {
      fresh.breakOff();
    }
  }

  /** A copy of the points, and where the curve has gone on since. */
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
