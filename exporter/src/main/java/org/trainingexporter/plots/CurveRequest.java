package org.trainingexporter.plots;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.plots.curve.Curve;
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.DownsampledSeries;

/**
 * A request for some curves of a run.
 *
 * @param run the run's name
 * @param signals names of signals; empty for all those in {@link Curve}
 * @param points at most this many points of each curve
 * @param from the lowest position, negative infinity for no limit
 * @param to the highest position, infinity for no limit
 */
public record CurveRequest(String run, List<String> signals, int points, double from, double to) {
  /** The most points that a request can have. */
  public static final int MOST_POINTS = DownsampledSeries.MAX_POINTS;

  /** The most keys of other values that a request can name. */
  public static final int MOST_VALUES = CurveSelection.MOST_KEYS;

  public CurveRequest {
    signals = List.copyOf(signals);
  }

  /** All curves in {@link Curve}, over the whole run. */
  public static CurveRequest ofAll(String run) {
    return of(run, List.of());
  }

  /** Some signals over the whole run. */
  public static CurveRequest of(String run, List<String> signals) {
    return new CurveRequest(
        run, signals, MOST_POINTS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Whether the name is that of a curve or of another value. */
  public static boolean isSignal(String name) {
    return name.startsWith(Curve.VALUE) || Curve.of(name).isPresent();
  }

  boolean includes(Curve curve) {
    return signals.isEmpty() || signals.contains(curve.label);
  }

  boolean includes(CurveSeries series) {
    return signals.contains(series.signal())
        || (signals.isEmpty() && !series.signal().startsWith(Curve.VALUE));
  }

  boolean includesCurves() {
    return signals.isEmpty() || signals.stream().anyMatch(s -> !s.startsWith(Curve.VALUE));
  }

  /** The keys of other values. */
  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (String signal : signals) {
      if (signal.startsWith(Curve.VALUE)) {
        keys.add(signal.substring(Curve.VALUE.length()));
      }
    }
    return keys;
  }

  /** What to record for the curves in {@link Curve}. */
  CurveSelection curves() {
    return new CurveSelection(Set.of(), from, to);
  }

  /** What to record for the other values. */
  CurveSelection values() {
    return new CurveSelection(keys(), from, to);
  }
}
