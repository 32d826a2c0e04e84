package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.layer.LayersSnapshot;

/** {@code api/layers}: the latest statistics of each layer, and the model as a graph. */
public final class LayersEndpoint {
  private LayersEndpoint() {}

  public static void write(JsonWriter json, RunSnapshot run) throws IOException {
    LayersSnapshot layers = run.layers();
    Set<String> shown =
        layers.withHistograms().stream()
            .map(LayersSnapshot.LayerSnapshot::name)
            .collect(Collectors.toSet());
    json.object("model", it -> model(it, layers.model()));
    json.<LayersSnapshot.LayerSnapshot>objects(
        "layers", layers.layers(), (one, layer) -> layer(one, layer, shown.contains(layer.name())));
    json.count("dropped", layers.dropped());
  }

  private static void model(JsonWriter json, LayersSnapshot.ModelDiagram model) throws IOException {
    json.text("name", model.name());
    json.<LayersSnapshot.ModelNode>objects("nodes", model.nodes(), LayersEndpoint::node);
    json.<LayersSnapshot.ModelEdge>objects(
        "edges",
        model.edges(),
        (one, edge) -> {
          one.text("source", edge.source());
          one.text("target", edge.target());
        });
  }

  private static void node(JsonWriter json, LayersSnapshot.ModelNode node) throws IOException {
    json.text("id", node.id());
    json.text("kind", node.kind());
    json.text("shape", node.shape());
    json.number("parameters", node.parameters());
  }

  private static void layer(
      JsonWriter json, LayersSnapshot.LayerSnapshot layer, boolean withHistograms)
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
      JsonWriter json, String name, LayersSnapshot.LayerStatistics told, boolean withHistograms)
      throws IOException {
    if (told.isLogged()) {
      json.object(name, it -> statistics(it, told, withHistograms));
    } else {
      json.text(name, null);
    }
  }

  private static void statistics(
      JsonWriter json, LayersSnapshot.LayerStatistics told, boolean withHistograms)
      throws IOException {
    json.number("step", told.position());
    json.number("mean", told.mean());
    json.number("std", told.stddev());
    json.number("min", told.min());
    json.number("max", told.max());
    json.number("norm", told.norm());
    json.number("near_zero", told.nearZero());
    json.number("zero_units", told.zeroUnits());
    if (withHistograms && told.latest() != null) {
      LayersSnapshot.BinnedHistogram initial = told.initial();
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

  static void edges(JsonWriter json, LayersSnapshot.BinnedHistogram histogram) throws IOException {
    json.number("lower", histogram.edge(0));
    json.number("upper", histogram.edge(histogram.bins()));
  }

  static void counts(JsonWriter json, String name, LayersSnapshot.BinnedHistogram histogram)
      throws IOException {
    json.array(name, histogram.bins(), i -> json.numberOrNull(histogram.count(i)));
  }
}
