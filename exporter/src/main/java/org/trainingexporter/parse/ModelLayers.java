package org.trainingexporter.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trainingexporter.event.LayerReadings.ModelLayer;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Refusal;

/**
 * {@code "model":{"layers":[{"name","kind","shape","parameters","inputs":[…]}]}}. An input that
 * closes a cycle is refused, and the layer stays.
 */
final class ModelLayers implements Section {
  @Override
  public boolean begins(String path) {
    return path.equals("model.layers");
  }

  @Override
  public Part part() {
    return Part.LAYERS;
  }

  @Override
  public String read(JsonParser p, String path, LogRecord into, Complaints complaints)
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
      String place = path + "[" + number++ + "]";
      if (t == JsonToken.START_OBJECT) {
        add(new ModelLayerReader(place, complaints).read(p), layers, place, complaints);
      } else if (any) {
        complaints.refuse(Refusal.WRONG_SHAPE, place, "an object was expected");
        p.skipChildren();
      } else {
        p.skipChildren(); // a setting such as [64,64]
      }
    }
    if (any) {
      Complaints here = (why, key, detail) -> complaints.refuse(why, path + "." + key, detail);
      into.setLayers().setModel(InputCycles.without(new ArrayList<>(layers.values()), here));
    }
    return null;
  }

  private static void add(
      ModelLayer layer, Map<String, ModelLayer> layers, String place, Complaints complaints) {
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
      complaints.refuse(Refusal.WRONG_SHAPE, LayerNames.key(place, layer.name()), wrong);
    }
  }
}
