package org.trainingexporter.trainer.settings;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Reads settings from a JSON object. A missing key has its default; every method throws a {@link
 * SettingsException} for a value that is out of bounds.
 */
final class SettingsJson {
  private final JsonNode json;

  SettingsJson(JsonNode json, List<String> known) throws SettingsException {
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

  <E extends Enum<E>> E constant(String key, E fallback) throws SettingsException {
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
    String names = Arrays.stream(all).map(SettingsJson::name).collect(Collectors.joining(", "));
    throw new SettingsException(key, value, "one of " + names);
  }

  static String name(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  int whole(String key, int fallback, int min, int max) throws SettingsException {
    return whole(key, json.path(key), fallback, min, max);
  }

  private static int whole(String key, JsonNode value, int fallback, int min, int max)
      throws SettingsException {
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isInt() || value.asInt() < min || value.asInt() > max) {
      throw new SettingsException(key, value, "a whole number from " + min + " to " + max);
    }
    return value.asInt();
  }

  double number(String key, double fallback, double min, double max) throws SettingsException {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isNumber() || !(value.asDouble() >= min && value.asDouble() <= max)) {
      throw new SettingsException(key, value, "a number from " + min + " to " + max);
    }
    return value.asDouble();
  }

  /** Whole numbers from 1 to {@code max}, at most {@code maxSize} of them. */
  List<Integer> wholes(String key, List<Integer> fallback, int maxSize, int max)
      throws SettingsException {
    JsonNode value = json.path(key);
    if (value.isMissingNode()) {
      return fallback;
    }
    if (!value.isArray() || value.size() > maxSize) {
      throw new SettingsException(key, value, "a list of 0 to " + maxSize + " whole numbers");
    }
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < value.size(); i++) {
      numbers.add(whole(key + "[" + i + "]", value.get(i), 0, 1, max));
    }
    return List.copyOf(numbers);
  }
}
