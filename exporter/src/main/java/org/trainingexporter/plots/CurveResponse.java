package org.trainingexporter.plots;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.trainingexporter.plots.curve.Curve;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.LoggedError;

/**
 * The curves of a run, as they were when it was read.
 *
 * @param version changes whenever the curves do
 * @param signals the names of the curves in {@link Curve} that this run has
 * @param errors the newest records of the run's error log, newest first
 */
public record CurveResponse(
    String version, List<String> signals, List<CurveSeries> series, List<LoggedError> errors) {

  /** The lowest position; NaN if there is no point. */
  public double first() {
    return ends().min().orElse(Double.NaN);
  }

  /** The highest position; NaN if there is no point. */
  public double last() {
    return ends().max().orElse(Double.NaN);
  }

  private DoubleStream ends() {
    Stream<CurveSeries> withPoints = series.stream().filter(s -> s.size() > 0);
    return withPoints.flatMapToDouble(s -> DoubleStream.of(s.least(), s.largest()));
  }

  /** The unit of a signal; empty if it has none. */
  public static String unit(String signal) {
    return Curve.of(signal).map(c -> c.unit).orElse("");
  }
}
