package org.trainingexporter.metrics.layer;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import java.util.Locale;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.layer.LayersSnapshot;

/** The model as a diagram, as Grafana's node graph reads it. */
public final class ModelRows {
  private static final String[] SCALES = {"", " k", " M", " G", " T", " P"};

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_model_node_info",
              "A layer of the model, a block of layers, or an input, and its place in a diagram.",
              List.of(
                  "id", "title", "subtitle", "detail__shape", "detail__params", "fixedx", "fixedy"),
              ModelRows::nodes),
          gauge(
              "training_model_edge_info",
              "A connection from one node of the model to another, by their ids.",
              List.of("id", "source", "target"),
              ModelRows::edges));

  private ModelRows() {}

  private static void nodes(RunAtScrape o, Samples out) {
    for (LayersSnapshot.ModelNode n : o.run().layers().model().nodes()) {
      String x = Integer.toString((int) Math.round(n.x()));
      String y = Integer.toString((int) Math.round(n.y()));
      out.add(1, n.id(), n.title(), n.kind(), n.shape(), amount(n.parameters()), x, y);
    }
  }

  private static void edges(RunAtScrape o, Samples out) {
    for (LayersSnapshot.ModelEdge e : o.run().layers().model().edges()) {
      out.add(1, e.source() + " → " + e.target(), e.source(), e.target());
    }
  }

  /**
   * A number of parameters as a person reads it, such as {@code 8.45 k}; empty where it is unknown.
   */
  private static String amount(double parameters) {
    if (Unknown.isUnknown(parameters)) {
      return "";
    }
    double shown = parameters;
    int scale = 0;
    while (shown >= 999.5 && scale < SCALES.length - 1) {
      shown /= 1000;
      scale++;
    }
    int digits = scale == 0 || shown >= 99.95 ? 0 : shown >= 9.995 ? 1 : 2;
    return String.format(Locale.ROOT, "%." + digits + "f%s", shown, SCALES[scale]);
  }
}
