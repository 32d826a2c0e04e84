package org.trainingexporter.metrics;

import static org.trainingexporter.metrics.Metric.gauge;

import java.util.List;
import java.util.function.Function;
import org.trainingexporter.run.BinNames;
import org.trainingexporter.run.LayersSnapshot.Histogram;
import org.trainingexporter.run.LayersSnapshot.Layer;
import org.trainingexporter.run.LayersSnapshot.Statistics;

/**
 * Histograms of a tensor, the first and the newest, on the same bins; of many layers with
 * histograms the first, the last and some evenly between.
 */
final class DistributionRows {
  static final List<Metric<Observation>> ALL =
      List.of(
          gauge(
              "training_distribution_bin_elements",
              "Elements of the layer's tensor between two edges, at first and now: 30 layers.",
              List.of("layer", "tensor", "snapshot", "lower", "upper", "bin"),
              DistributionRows::read));

  private DistributionRows() {}

  private static void read(Observation o, Samples out) {
    for (Layer layer : o.run().layers().withHistograms()) {
      read(layer, "gradient", Layer::gradient, out);
      read(layer, "weight", Layer::weight, out);
      read(layer, "activation", Layer::activation, out);
    }
  }

  private static void read(
      Layer layer, String tensor, Function<Layer, Statistics> of, Samples out) {
    Statistics statistics = of.apply(layer);
    if (statistics.latest() == null) {
      return;
    }
    add(layer.name(), tensor, "init", statistics.initial(), out);
    add(layer.name(), tensor, "latest", statistics.latest(), out);
  }

  private static void add(String layer, String tensor, String snapshot, Histogram h, Samples out) {
    BinNames names = h.names();
    for (int i = 0; i < h.bins(); i++) {
      String upper = names.edge(i + 1);
      out.add(h.count(i), layer, tensor, snapshot, names.edge(i), upper, names.middle(i));
    }
  }
}
