package org.trainingexporter.plots;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.Stream;
import org.trainingexporter.plots.curve.Curve;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.plots.curve.LoggedError;

/**
 * The curves of a run as they were when asked for.
 *
 * @param version changes whenever they do
 * @param signals the names of those that every run may have and this one has
 * @param errors the newest records of its error log, newest first
 */
public record CurveResponse(
    String version, List<String> signals, List<CurveSeries> series, List<LoggedError> errors) {

  /** The least position, NaN without any. */
  public double first() {
    return ends().min().orElse(Double.NaN);
  }

  /** The largest position, NaN without any. */
  public double last() {
    return ends().max().orElse(Double.NaN);
  }

  private DoubleStream ends() {
    Stream<CurveSeries> drawn = series.stream().filter(s -> s.size() > 0);
    return drawn.flatMapToDouble(s -> DoubleStream.of(s.least(), s.largest()));
  }

  /** The unit of a signal, empty where it has none. */
  public static String unit(String signal) {
    return Curve.of(signal).map(c -> c.unit).orElse("");
  }
}
