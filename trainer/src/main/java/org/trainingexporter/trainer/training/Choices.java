package org.trainingexporter.trainer.training;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Reads choices out of a JSON object, each within its bounds; what is missing has its default. */
final class Choices {
  private final JsonNode json;

  Choices(JsonNode json, List<String> known) throws SettingsException {
    this.json = json;
    if (!json.isObject()) {
      throw new SettingsException("settings", json, "a JSON object");
    }
    for (String key : (Iterable<String>) json::fieldNames) {
      if (!known.contains(key)) {
        throw new SettingsException("settings", "\"" + key + "\"", "one of " + known);
      }
    }
  }

  <E extends Enum<E>> E oneOf(String key, E fallback) throws SettingsException {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    E[] all = fallback.getDeclaringClass().getEnumConstants();
    for (E one : all) {
      if (name(one).equals(value.asText())) {
        return one;
      }
    }
    String names = Arrays.stream(all).map(Choices::name).collect(Collectors.joining(", "));
    throw new SettingsException(key, value, "one of " + names);
  }

  static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  int whole(String key, int fallback, int least, int most) throws SettingsException {
    return whole(key, json.path(key), fallback, least, most);
  }

  private static int whole(String key, JsonNode value, int fallback, int least, int most)
      throws SettingsException {
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isInt() || value.asInt() < least || value.asInt() > most) {
      throw new SettingsException(key, value, "a whole number from " + least + " to " + most);
    }
    return value.asInt();
  }

  double number(String key, double fallback, double least, double most) throws SettingsException {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isNumber() || !(value.asDouble() >= least && value.asDouble() <= most)) {
      throw new SettingsException(key, value, "a number from " + least + " to " + most);
    }
    return value.asDouble();
  }

  /** A list, empty at the least. */
  List<Integer> wholes(String key, List<Integer> fallback, int length, int most)
      throws SettingsException {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isArray() || value.size() > length) {
      throw new SettingsException(key, value, "a list of 0 to " + length + " whole numbers");
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      numbers.add(whole(key + "[" + i + "]", value.get(i), 0, 1, most));
    }
    return List.copyOf(numbers);
  }
}
