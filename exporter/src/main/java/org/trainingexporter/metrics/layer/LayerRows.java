package org.trainingexporter.metrics.layer;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.run.layer.LayersSnapshot;

/** The newest statistics of each layer's weights, gradients and activations. */
public final class LayerRows {
  public static final List<Metric<RunAtScrape>> ALL = all();

  private LayerRows() {}

  private static List<Metric<RunAtScrape>> all() {
    List<Metric<RunAtScrape>> rows = new ArrayList<>();
    addTensor(rows, "gradient", "gradients", LayersSnapshot.LayerSnapshot::gradient);
    addTensor(rows, "weight", "weights", LayersSnapshot.LayerSnapshot::weight);
    addTensor(rows, "activation", "activations", LayersSnapshot.LayerSnapshot::activation);
    rows.add(
        row(
            "training_layer_near_zero_weights_ratio",
            "Share of the layer's weights whose absolute value is below 1e-6.",
            layer -> layer.weight().nearZero()));
    rows.add(
        row(
            "training_layer_dead_units_ratio",
            "Share of the layer's units that were 0 for a whole batch.",
            layer -> layer.activation().zeroUnits()));
    rows.add(
        row("training_layer_parameters", "Parameters of the layer.", layer -> layer.parameters()));
    return List.copyOf(rows);
  }

  private static void addTensor(
      List<Metric<RunAtScrape>> rows,
      String tensor,
      String words,
      Function<LayersSnapshot.LayerSnapshot, LayersSnapshot.LayerStatistics> statistics) {
    String name = "training_layer_" + tensor;
    String of = " of the layer's " + words + ".";
    rows.add(row(name + "_norm", "Euclidean norm" + of, l -> statistics.apply(l).norm()));
    rows.add(row(name + "_mean", "Mean" + of, l -> statistics.apply(l).mean()));
    rows.add(row(name + "_stddev", "Standard deviation" + of, l -> statistics.apply(l).stddev()));
    rows.add(row(name + "_min", "Smallest" + of, l -> statistics.apply(l).min()));
    rows.add(row(name + "_max", "Largest" + of, l -> statistics.apply(l).max()));
  }

  private static Metric<RunAtScrape> row(
      String name, String help, ToDoubleFunction<LayersSnapshot.LayerSnapshot> value) {
    return gauge(
        name,
        help,
        List.of("layer"),
        (o, out) ->
            o.run().layers().layers().forEach(l -> out.add(value.applyAsDouble(l), l.name())));
  }
}
