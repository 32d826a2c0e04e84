package org.trainingexporter.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** A second reading of layer records: the newest value of each layer. */
final class LayerLog {
  private final Map<String, Map<String, Double>> newest = new TreeMap<>();
  private final Map<String, Double> parameters = new TreeMap<>();

  LayerLog(Path file) throws IOException {
    ObjectMapper json = new ObjectMapper();
    for (String line : Files.readAllLines(file)) {
      JsonNode record = json.readTree(line);
      for (JsonNode layer : record.at("/model/layers")) {
        parameters.put(layer.path("name").asText(), layer.path("parameters").asDouble());
      }
      for (Map.Entry<String, JsonNode> layer : record.path("layers").properties()) {
        read(layer.getKey(), layer.getValue());
      }
    }
  }

  private void read(String layer, JsonNode tensors) {
    Map<String, Double> values = newest.computeIfAbsent(layer, key -> new TreeMap<>());
    for (Map.Entry<String, JsonNode> tensor : tensors.properties()) {
      for (Map.Entry<String, JsonNode> statistic : tensor.getValue().properties()) {
        if (statistic.getValue().isNumber()) {
          String key = tensor.getKey() + "." + statistic.getKey();
          values.put(key, statistic.getValue().asDouble());
        }
      }
    }
  }

  Map<String, Double> parameters() {
    return parameters;
  }

  int layers() {
    TreeSet<String> all = new TreeSet<>(parameters.keySet());
    newest.forEach(
        (layer, values) -> {
          if (values.containsKey("weight.norm")) {
            all.add(layer);
          }
        });
    return all.size();
  }

  /**
   * @param key tensor and statistic, such as {@code weight.mean}
   */
  Map<String, Double> of(String key) {
    Map<String, Double> values = new TreeMap<>();
    newest.forEach(
        (layer, all) -> {
          if (all.containsKey(key)) {
            values.put(layer, all.get(key));
          }
        });
    return values;
  }

  /** The same with NaN for each layer of the model that does not say it. */
  Map<String, Double> ofEach(String key) {
    Map<String, Double> values = of(key);
    parameters.keySet().forEach(layer -> values.putIfAbsent(layer, Double.NaN));
    return values;
  }
}
