package org.trainingexporter.plots;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.plots.curve.Curve;
import org.trainingexporter.plots.curve.CurveSelection;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.DownsampledSeries;

/**
 * Which curves are asked for.
 *
 * @param run its name
 * @param signals their names; empty for all that every run may have
 * @param points how many of each at most
 * @param from the least position, negative infinity for the first
 * @param to the largest, infinity for the last
 */
public record CurveRequest(String run, List<String> signals, int points, double from, double to) {
  /** The most points that can be asked for. */
  public static final int MOST_POINTS = DownsampledSeries.MOST;

  /** The most plain values that can be asked for. */
  public static final int MOST_VALUES = CurveSelection.MOST_KEYS;

  public CurveRequest {
    signals = List.copyOf(signals);
  }

  /** All that every run may have, over its whole length. */
  public static CurveRequest ofAll(String run) {
    return of(run, List.of());
  }

  /** Signals over the whole length of the run. */
  public static CurveRequest of(String run, List<String> signals) {
    return new CurveRequest(
        run, signals, MOST_POINTS, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
  }

  /** Whether there can be such a signal. */
  public static boolean isSignal(String name) {
    return name.startsWith(Curve.VALUE) || Curve.of(name).isPresent();
  }

  boolean asks(Curve curve) {
    return signals.isEmpty() || signals.contains(curve.label);
  }

  boolean asks(CurveSeries series) {
    return signals.contains(series.signal())
        || (signals.isEmpty() && !series.signal().startsWith(Curve.VALUE));
  }

  boolean asksForCurves() {
    return signals.isEmpty() || signals.stream().anyMatch(s -> !s.startsWith(Curve.VALUE));
  }

  Set<String> keys() {
    Set<String> keys = new TreeSet<>();
    for (String signal : signals) {
      if (signal.startsWith(Curve.VALUE)) {
        keys.add(signal.substring(Curve.VALUE.length()));
      }
    }
    return keys;
  }

  CurveSelection curves() {
    return new CurveSelection(Set.of(), from, to);
  }

  CurveSelection values() {
    return new CurveSelection(keys(), from, to);
  }
}
