package org.trainingexporter.metrics.row;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;

/** The metrics of figures: one a figure, or one of several figures that a label tells apart. */
public final class FigureRows {
  private FigureRows() {}

  /** In the order of the table. */
  public static List<Metric<RunAtScrape>> of(FigureTable table) {
    Map<String, List<Figure>> byMetric = new LinkedHashMap<>();
    for (Figure figure : table.figures()) {
      if (figure.hasMetric()) {
        byMetric.computeIfAbsent(figure.metric(), name -> new ArrayList<>()).add(figure);
      }
    }
    return byMetric.values().stream().map(FigureRows::row).toList();
  }

  private static Metric<RunAtScrape> row(List<Figure> figures) {
    Figure first = figures.get(0);
    Collector.Type type = first.counter() ? Collector.Type.COUNTER : Collector.Type.GAUGE;
    List<String> labels = first.label().map(label -> List.of(label.name())).orElse(List.of());
    return new Metric<>(
        first.metric(), type, first.help(), labels, (o, out) -> read(figures, o, out));
  }

  private static void read(List<Figure> figures, RunAtScrape o, Samples out) {
    for (Figure figure : figures) {
      double value = figure.value(o.run(), o.now());
      if (figure.label().isPresent()) {
        out.add(value, figure.label().get().value());
      } else {
        out.add(value);
      }
    }
  }
}
