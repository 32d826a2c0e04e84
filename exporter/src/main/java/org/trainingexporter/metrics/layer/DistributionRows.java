package org.trainingexporter.metrics.layer;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import java.util.function.Function;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.layer.BinLabels;
import org.trainingexporter.run.layer.LayersSnapshot;

/**
 * Histograms of a tensor, the first and the newest, on the same bins; of many layers with
 * histograms the first, the last and some evenly between.
 */
public final class DistributionRows {
  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge(
              "training_distribution_bin_elements",
              "Elements of the layer's tensor in a histogram bin, in the first and the newest histogram, for up to 30 layers.",
              List.of("layer", "tensor", "snapshot", "lower", "upper", "bin"),
              DistributionRows::read));

  private DistributionRows() {}

  private static void read(RunAtScrape o, Samples out) {
    for (LayersSnapshot.LayerSnapshot layer : o.run().layers().withHistograms()) {
      read(layer, "gradient", LayersSnapshot.LayerSnapshot::gradient, out);
      read(layer, "weight", LayersSnapshot.LayerSnapshot::weight, out);
      read(layer, "activation", LayersSnapshot.LayerSnapshot::activation, out);
    }
  }

  private static void read(
      LayersSnapshot.LayerSnapshot layer,
      String tensor,
      Function<LayersSnapshot.LayerSnapshot, LayersSnapshot.LayerStatistics> of,
      Samples out) {
    LayersSnapshot.LayerStatistics statistics = of.apply(layer);
    if (statistics.latest() == null) {
      return;
    }
    add(layer.name(), tensor, "init", statistics.initial(), out);
    add(layer.name(), tensor, "latest", statistics.latest(), out);
  }

  private static void add(
      String layer, String tensor, String snapshot, LayersSnapshot.BinnedHistogram h, Samples out) {
    BinLabels names = h.names();
    for (int i = 0; i < h.bins(); i++) {
      String upper = names.edge(i + 1);
      out.add(h.count(i), layer, tensor, snapshot, names.edge(i), upper, names.middle(i));
    }
  }
}
