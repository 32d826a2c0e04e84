package org.trainingexporter.parse.section.layer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.layer.LayerReadings;
import org.trainingexporter.event.layer.Tensor;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.section.RejectionSink;
import org.trainingexporter.parse.section.Section;

/**
 * {@code "layers":{"fc1":{"weight":{"mean":…,"histogram":{…}},"gradient":{…},"activation":{…}}}}. A
 * setting such as {@code "layers":[64,64]} is none.
 */
public final class LayerStatisticsSection implements Section {
  @Override
  public boolean begins(String path) {
    return path.equals("layers");
  }

  @Override
  public KeyRole role() {
    return KeyRole.LAYERS;
  }

  @Override
  public String read(JsonParser p, String path, LogRecord into, RejectionSink rejections)
      throws IOException {
    if (p.currentToken() == JsonToken.START_ARRAY) {
      if (p.nextToken() == JsonToken.START_OBJECT) {
        into.setLayers();
      }
      return null;
    }
    LayerReadings readings = into.setLayers();
    RejectionSink ofLayers = rejections.below(path);
    int layers = 0;
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String layer = p.currentName();
      boolean object = p.nextToken() == JsonToken.START_OBJECT;
      String wrong = LayerNames.wrong(layer, layers++);
      if (wrong == null && !object && p.currentToken() != JsonToken.VALUE_NULL) {
        wrong = "an object of its tensors was expected";
      }
      if (wrong != null) {
        ofLayers.reject(Rejection.WRONG_SHAPE, LayerNames.shorten(layer), wrong);
      }
      if (wrong == null && object) {
        readLayer(p, layer, readings, ofLayers.below(layer));
      } else {
        p.skipChildren();
      }
    }
    return null;
  }

  private static void readLayer(
      JsonParser p, String layer, LayerReadings into, RejectionSink rejections) throws IOException {
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      String key = p.currentName();
      Tensor tensor = Tensor.of(key);
      boolean object = p.nextToken() == JsonToken.START_OBJECT;
      if (tensor != null && object) {
        new TensorReader(into.add(layer, tensor), into, rejections.below(tensor.label)).read(p);
        continue;
      }
      if (tensor != null && p.currentToken() != JsonToken.VALUE_NULL) {
        String wrong = "an object of statistics was expected";
        rejections.reject(Rejection.WRONG_SHAPE, key, wrong);
      }
      p.skipChildren();
    }
  }
}
