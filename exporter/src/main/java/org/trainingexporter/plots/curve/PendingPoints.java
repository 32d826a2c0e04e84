package org.trainingexporter.plots.curve;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/** The points that came since the last look, as they came; too many at once are not kept. */
public final class PendingPoints {
  private static final int MOST = 2_000;

  private final Map<String, DownsampledSeries> series = new LinkedHashMap<>();
  private int size;
  private boolean broken;

  void add(String signal, int attempt, double x, double time, double y) {
    broken |= size == MOST;
    if (!broken) {
      series.computeIfAbsent(signal, s -> new DownsampledSeries()).add(attempt, x, time, y);
      size++;
    }
  }

  /** What was told before does not hold any more. */
  void breakOff() {
    broken = true;
  }

  public boolean isBroken() {
    return broken;
  }

  public boolean isEmpty() {
    return size == 0 && !broken;
  }

  /**
   * The points, and an empty page for the next ones.
   *
   * @param whole what 1 stands for in a curve's points
   */
  public List<CurveSeries> drain(ToDoubleFunction<Curve> whole) {
    List<CurveSeries> taken = new ArrayList<>();
    series.forEach(
        (signal, points) -> {
          double one = Curve.of(signal).map(whole::applyAsDouble).orElse(1.0);
          taken.add(points.series(signal, one));
        });
    series.clear();
    size = 0;
    broken = false;
    return taken;
  }
}
