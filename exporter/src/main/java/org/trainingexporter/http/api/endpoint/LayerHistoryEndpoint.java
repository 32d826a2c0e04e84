package org.trainingexporter.http.api.endpoint;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.plots.layer.LayerCurve;
import org.trainingexporter.plots.layer.LayerHistory;
import org.trainingexporter.plots.layer.LayerHistory.Epoch;
import org.trainingexporter.plots.layer.LayerHistoryRequest;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.layer.LayersSnapshot;

/** {@code api/layers/history}: norms of layers, and histograms of one layer, over the run. */
public final class LayerHistoryEndpoint
    implements AsyncEndpointHandler.AsyncEndpoint<LayerHistoryRequest, LayerHistory> {
  private static final Set<String> TENSORS = Set.of("weight", "gradient", "activation");

  private final ApiContext model;

  public LayerHistoryEndpoint(ApiContext model) {
    this.model = model;
  }

  @Override
  public LayerHistoryRequest query(Parameters parameters) throws Problem {
    RunSnapshot run = model.run(parameters.run());
    List<LayersSnapshot.LayerSnapshot> all = run.layers().layers();
    String layer = parameters.first("layer").orElse("");
    if (!layer.isEmpty() && all.stream().noneMatch(one -> one.name().equals(layer))) {
      throw Problem.expected("layer", "a layer of the run", layer);
    }
    String tensor = parameters.first("tensor").orElse("weight");
    if (!TENSORS.contains(tensor)) {
      throw Problem.expected("tensor", "weight, gradient or activation", tensor);
    }
    return new LayerHistoryRequest(run.identity().name(), shown(all), layer, tensor);
  }

  /** Of many layers some that learn and some whose units can die, in the order of the model. */
  private static List<String> shown(List<LayersSnapshot.LayerSnapshot> all) {
    Set<String> names = new HashSet<>();
    Stream.<Predicate<LayersSnapshot.LayerSnapshot>>of(
            layer -> layer.gradient().isLogged() || layer.weight().isLogged(),
            layer -> !Double.isNaN(layer.activation().zeroUnits()))
        .map(told -> LayersSnapshot.shown(all.stream().filter(told).toList()))
        .forEach(some -> some.forEach(layer -> names.add(layer.name())));
    return all.stream().map(LayersSnapshot.LayerSnapshot::name).filter(names::contains).toList();
  }

  @Override
  public void answer(HttpServerExchange exchange, LayerHistoryRequest query, LayerHistory history)
      throws IOException, Problem {
    RunSnapshot run = model.run(Optional.of(query.run()));
    JsonReply.send(exchange, json -> json.object(it -> write(it, run, query, history)));
  }

  private static void write(
      JsonWriter json, RunSnapshot run, LayerHistoryRequest query, LayerHistory history)
      throws IOException {
    json.text("run", query.run());
    json.text("axis", Double.isNaN(run.position().step()) ? "epoch" : "step");
    json.object("curves", it -> curves(it, history));
    json.object("epochs", it -> epochs(it, history.epochs()));
    if (query.layer().isEmpty()) {
      json.text("histograms", null);
    } else {
      json.object("histograms", it -> histograms(it, query, history.frames()));
    }
  }

  private static void curves(JsonWriter json, LayerHistory history) throws IOException {
    json.count("records_a_point", history.recordsPerPoint());
    json.numbers("x", history.positions());
    json.numbers("time", history.times());
    json.texts("layers", history.layers());
    for (LayerCurve curve : LayerCurve.values()) {
      json.table(curve.label, history.curves().get(curve));
    }
  }

  private static void epochs(JsonWriter json, List<Epoch> epochs) throws IOException {
    column(json, "epoch", epochs, Epoch::epoch);
    column(json, "loss", epochs, Epoch::loss);
    column(json, "validation_loss", epochs, Epoch::validationLoss);
    column(json, "accuracy", epochs, Epoch::accuracy);
    column(json, "validation_accuracy", epochs, Epoch::validationAccuracy);
  }

  private static void column(
      JsonWriter json, String name, List<Epoch> all, ToDoubleFunction<Epoch> of)
      throws IOException {
    json.<Epoch>list(name, all, (to, epoch) -> to.numberOrNull(of.applyAsDouble(epoch)));
  }

  private static void histograms(
      JsonWriter json, LayerHistoryRequest query, List<LayerHistory.HistogramFrame> frames)
      throws IOException {
    json.text("layer", query.layer());
    json.text("tensor", query.tensor());
    if (frames.isEmpty()) {
      json.number("lower", Double.NaN);
      json.number("upper", Double.NaN);
    } else {
      LayersEndpoint.edges(json, frames.get(0).histogram());
    }
    json.<LayerHistory.HistogramFrame>objects(
        "frames",
        frames,
        (one, frame) -> {
          one.number("step", frame.position());
          one.number("time", frame.time());
          LayersEndpoint.counts(one, "counts", frame.histogram());
        });
  }
}
