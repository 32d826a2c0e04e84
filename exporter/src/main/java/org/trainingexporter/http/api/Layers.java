package org.trainingexporter.http.api;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingexporter.run.LayersSnapshot;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/layers}: the newest that is known of each layer, and the model as a diagram. */
final class Layers {
  private Layers() {}

  static void write(Json json, RunSnapshot run) throws IOException {
    LayersSnapshot layers = run.layers();
    Set<String> shown =
        layers.withHistograms().stream()
            .map(LayersSnapshot.Layer::name)
            .collect(Collectors.toSet());
    json.object("model", it -> model(it, layers.model()));
    json.<LayersSnapshot.Layer>objects(
        "layers", layers.layers(), (one, layer) -> layer(one, layer, shown.contains(layer.name())));
    json.count("dropped", layers.dropped());
  }

  private static void model(Json json, LayersSnapshot.Model model) throws IOException {
    json.text("name", model.name());
    json.<LayersSnapshot.Node>objects("nodes", model.nodes(), Layers::node);
    json.<LayersSnapshot.Edge>objects(
        "edges",
        model.edges(),
        (one, edge) -> {
          one.text("source", edge.source());
          one.text("target", edge.target());
        });
  }

  private static void node(Json json, LayersSnapshot.Node node) throws IOException {
    json.text("id", node.id());
    json.text("kind", node.kind());
    json.text("shape", node.shape());
    json.number("parameters", node.parameters());
  }

  private static void layer(Json json, LayersSnapshot.Layer layer, boolean withHistograms)
      throws IOException {
    json.text("layer", layer.name());
    json.text("kind", layer.kind());
    json.text("shape", layer.shape());
    json.number("parameters", layer.parameters());
    json.texts("inputs", layer.inputs());
    json.truth("dead_prone", layer.isDeadProne());
    tensor(json, "weight", layer.weight(), withHistograms);
    tensor(json, "gradient", layer.gradient(), withHistograms);
    tensor(json, "activation", layer.activation(), withHistograms);
  }

  private static void tensor(
      Json json, String name, LayersSnapshot.Statistics told, boolean withHistograms)
      throws IOException {
    if (told.isTold()) {
      json.object(name, it -> statistics(it, told, withHistograms));
    } else {
      json.text(name, null);
    }
  }

  private static void statistics(Json json, LayersSnapshot.Statistics told, boolean withHistograms)
      throws IOException {
    json.number("step", told.position());
    json.number("mean", told.mean());
    json.number("std", told.deviation());
    json.number("min", told.min());
    json.number("max", told.max());
    json.number("norm", told.norm());
    json.number("near_zero", told.nearZero());
    json.number("zero_units", told.zeroUnits());
    if (withHistograms && told.latest() != null) {
      LayersSnapshot.Histogram initial = told.initial();
      json.object(
          "histogram",
          it -> {
            edges(it, initial);
            counts(it, "initial", initial);
            counts(it, "latest", told.latest());
          });
    } else {
      json.text("histogram", null);
    }
  }

  static void edges(Json json, LayersSnapshot.Histogram histogram) throws IOException {
    json.number("lower", histogram.edge(0));
    json.number("upper", histogram.edge(histogram.bins()));
  }

  static void counts(Json json, String name, LayersSnapshot.Histogram histogram)
      throws IOException {
    json.array(name, histogram.bins(), i -> json.numberOrNull(histogram.count(i)));
  }
}
