package org.trainingexporter.event.value;

import java.util.HashMap;
import java.util.Map;

/**
 * What the keys about time of a log mean, as its values have decided.
 *
 * @param byKey each key's meaning; keys that are not decided yet are left out
 */
public record KeyTimes(Map<String, Decided> byKey) {
  /** Nothing is decided. */
  public static final KeyTimes NONE = new KeyTimes(Map.of());

  /**
   * What decided.
   *
   * @param values from so many values
   */
  public record Decided(TimeMeaning meaning, int values) {}

  public KeyTimes {
    byKey = Map.copyOf(byKey);
  }

  /** Whether both decide the same for each key. */
  public boolean agrees(KeyTimes other) {
    return meanings().equals(other.meanings());
  }

  private Map<String, TimeMeaning> meanings() {
    Map<String, TimeMeaning> meanings = new HashMap<>();
    byKey.forEach((key, decided) -> meanings.put(key, decided.meaning()));
    return meanings;
  }
}
