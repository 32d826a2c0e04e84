package org.trainingexporter.parse.section.layer;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.layer.LayerReadings.ModelLayer;
import org.trainingexporter.parse.section.KeyRole;
import org.trainingexporter.parse.section.RejectionSink;
import org.trainingexporter.parse.section.Section;

/**
 * {@code "model":{"layers":[{"name","kind","shape","parameters","inputs":[…]}]}}. An input that
 * closes a cycle is rejected, and the layer stays.
 */
public final class ModelLayersSection implements Section {
  @Override
  public boolean begins(String path) {
    return path.equals("model.layers");
  }

  @Override
  public KeyRole role() {
    return KeyRole.LAYERS;
  }

  @Override
  public String read(JsonParser p, String path, LogRecord into, RejectionSink rejections)
      throws IOException {
    if (p.currentToken() != JsonToken.START_ARRAY) {
      into.setLayers();
      return "a list of layers was expected";
    }
    Map<String, ModelLayer> layers = new LinkedHashMap<>();
    boolean any = false;
    int number = 0;
    for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
      any |= t == JsonToken.START_OBJECT;
      RejectionSink ofLayer = rejections.below(path + "[" + number++ + "]");
      if (t == JsonToken.START_OBJECT) {
        add(new ModelLayerReader(ofLayer).read(p), layers, ofLayer);
      } else if (any) {
        ofLayer.reject(Rejection.WRONG_SHAPE, "", "an object was expected");
        p.skipChildren();
      } else {
        p.skipChildren(); // a setting such as [64,64]
      }
    }
    if (any) {
      List<ModelLayer> model = new ArrayList<>(layers.values());
      into.setLayers().setModel(InputCycles.without(model, rejections.below(path)));
    }
    return null;
  }

  private static void add(
      ModelLayer layer, Map<String, ModelLayer> layers, RejectionSink rejections) {
    if (layer == null) {
      return;
    }
    String wrong = LayerNames.wrong(layer.name(), layers.size());
    if (wrong == null && layers.containsKey(layer.name())) {
      wrong = "a second layer of the name " + layer.name();
    }
    if (wrong == null) {
      layers.put(layer.name(), layer);
    } else {
      rejections.reject(Rejection.WRONG_SHAPE, LayerNames.shorten(layer.name()), wrong);
    }
  }
}
