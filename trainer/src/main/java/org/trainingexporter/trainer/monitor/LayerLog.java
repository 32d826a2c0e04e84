package org.trainingexporter.trainer.monitor;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Block;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.trainingexporter.trainer.network.MonitoredBlock;

/** Writes layer records (docs/layer-records.md), the record of the model before the first. */
final class LayerLog implements AutoCloseable {
  private final JsonLog log;
  private List<MonitoredLayer> layers = List.of();

  LayerLog(Path file) {
    log = new JsonLog(file);
  }

  /** Call after the backward pass and before the weights change. */
  void write(Block model, BatchRecord batch) {
    Map<String, NDArray> activations =
        model instanceof MonitoredBlock monitored ? monitored.activations() : Map.of();
    if (layers.isEmpty()) {
      layers = MonitoredLayer.of(model);
      log.append(json -> writeModel(json, model, activations));
    }
    log.append(
        json -> {
          json.writeNumberField("step", batch.step());
          json.writeNumberField("epoch", batch.epoch());
          JsonLog.time(json, batch.time());
          json.writeObjectFieldStart("layers");
          for (MonitoredLayer layer : layers) {
            writeLayer(json, layer, activations.get(layer.name()));
          }
          json.writeEndObject();
        });
  }

  private void writeModel(JsonGenerator json, Block model, Map<String, NDArray> activations)
      throws IOException {
    json.writeObjectFieldStart("model");
    json.writeStringField("name", model.getClass().getSimpleName());
    json.writeArrayFieldStart("layers");
    String previous = "input";
    for (MonitoredLayer layer : layers) {
      json.writeStartObject();
      json.writeStringField("name", layer.name());
      json.writeStringField("kind", kind(layer));
      json.writeNumberField(
          "parameters", layer.parameters().stream().mapToLong(p -> p.getArray().size()).sum());
      NDArray activation = activations.get(layer.name());
      if (activation != null) { // then the layers form a chain
        long[] shape = activation.getShape().getShape();
        json.writeFieldName("shape");
        json.writeArray(shape, 1, shape.length - 1);
        json.writeFieldName("inputs");
        json.writeArray(new String[] {previous}, 0, 1);
        previous = layer.name();
      }
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static String kind(MonitoredLayer layer) {
    String kind = layer.block().getClass().getSimpleName();
    return kind.equals("LambdaBlock") ? layer.name().replaceFirst("\\d+$", "") : kind;
  }

  private static void writeLayer(JsonGenerator json, MonitoredLayer layer, NDArray activation)
      throws IOException {
    json.writeObjectFieldStart(layer.name());
    if (!layer.parameters().isEmpty()) {
      json.writeObjectFieldStart("weight");
      TensorStatistics.of(layer.weights()).writeTo(json);
      json.writeEndObject();
      json.writeObjectFieldStart("gradient");
      TensorStatistics.of(layer.gradients()).writeTo(json);
      json.writeEndObject();
    }
    if (activation != null) {
      float[] values = activation.toFloatArray();
      json.writeObjectFieldStart("activation");
      TensorStatistics.of(values).writeTo(json);
      json.writeNumberField("zero_units", zeroUnits(values, activation.getShape()));
      json.writeEndObject();
    }
    json.writeEndObject();
  }

  /** The share of units, or filters of a convolution, that were 0 for the whole batch, 0 to 1. */
  static double zeroUnits(float[] values, Shape shape) {
    int units = (int) shape.get(shape.dimension() == 4 ? 1 : shape.dimension() - 1);
    int area = shape.dimension() == 4 ? (int) (shape.get(2) * shape.get(3)) : 1;
    boolean[] isAlive = new boolean[units];
    for (int at = 0, unit = 0; at < values.length; at += area) {
      for (int i = at; i < at + area; i++) {
        if (values[i] != 0) {
          isAlive[unit] = true;
          break;
        }
      }
      unit = unit + 1 < units ? unit + 1 : 0;
    }
    int dead = 0;
    for (boolean unit : isAlive) {
      dead += unit ? 0 : 1;
    }
    return (double) dead / units;
  }

  @Override
  public void close() {
    log.close();
  }
}
