package org.trainingexporter.plots.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.plots.point.PointSink;

/**
 * New points that were not sent yet, in the order of the log. If there are too many, or earlier
 * points no longer hold, clients have to request the curves again.
 */
public final class PendingPoints implements PointSink {
  private static final int MAX_POINTS = 2_000;

  private final Map<String, DownsampledSeries> series = new LinkedHashMap<>();
  private int size;
  private boolean reset;

  @Override
  public void add(String signal, int attempt, double x, double time, double y) {
    reset |= size == MAX_POINTS;
    if (!reset) {
      series.computeIfAbsent(signal, s -> new DownsampledSeries()).add(attempt, x, time, y);
      size++;
    }
  }

  @Override
  public void breakOff() {
    reset = true;
  }

  public boolean isReset() {
    return reset;
  }

  public boolean isEmpty() {
    return size == 0 && !reset;
  }

  /**
   * Removes and returns all points.
   *
   * @param whole what the values of a curve are divided by: 100 if the log has percent
   */
  public List<CurveSeries> drain(ToDoubleFunction<Curve> whole) {
    List<CurveSeries> drained = new ArrayList<>();
    series.forEach(
        (signal, points) -> {
          double one = Curve.of(signal).map(whole::applyAsDouble).orElse(1.0);
          drained.add(points.series(signal, one));
        });
    series.clear();
    size = 0;
    reset = false;
    return drained;
  }
}
