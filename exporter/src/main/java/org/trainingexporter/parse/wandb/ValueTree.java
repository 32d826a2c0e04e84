package org.trainingexporter.parse.wandb;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Values by key, each as JSON text, where a key may be a path of names. One thread. */
final class ValueTree {
  /** Names of paths are joined so, as those of nested objects are. */
  private static final String JOIN = ".";

  private record Value(List<String> path, String json) {}

  private final Map<String, Value> values = new LinkedHashMap<>();

  /** Sets a value; a key that comes again has its last value. */
  void put(List<String> path, String json) {
    if (!path.isEmpty() && !json.isBlank()) {
      values.put(String.join(JOIN, path), new Value(List.copyOf(path), json));
    }
  }

  /** Sets a text, unless it is empty. */
  void putText(String name, String text) {
    if (!text.isEmpty()) {
      put(List.of(name), quoted(text));
    }
  }

  void remove(String name) {
    values.remove(name);
  }

  boolean isEmpty() {
    return values.isEmpty();
  }

  /** The keys, with the names of a path joined by points. */
  Set<String> paths() {
    return values.keySet();
  }

  /** The text as JSON. */
  static String quoted(String name) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(name)) + '"';
  }

  /** All as one JSON object; objects on a path may come more than once. */
  String json() {
    StringBuilder json = new StringBuilder("{");
    for (Value value : values.values()) {
      json.append(json.length() > 1 ? "," : "");
      for (int i = 0; i < value.path.size(); i++) {
        json.append(i > 0 ? "{" : "").append(quoted(value.path.get(i))).append(':');
      }
      json.append(value.json).append("}".repeat(value.path.size() - 1));
    }
    return json.append('}').toString();
  }
}
