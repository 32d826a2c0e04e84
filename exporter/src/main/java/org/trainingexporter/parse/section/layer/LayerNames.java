package org.trainingexporter.parse.section.layer;

import org.trainingexporter.event.layer.LayerReadings;

/** Which names layers may have: any text at all, of a length that a label can bear. */
final class LayerNames {
  private static final int LONGEST = 200;

  private LayerNames() {}

  /** Why the layer is left out, or null; {@code before} is how many the record had before it. */
  static String wrong(String name, int before) {
    if (before >= LayerReadings.MOST_LAYERS) {
      return "only the first " + LayerReadings.MOST_LAYERS + " layers of a record are read";
    }
    return wrong(name);
  }

  /** Why nothing can be called so, or null. */
  static String wrong(String name) {
    boolean fits = !name.isEmpty() && name.length() <= LONGEST;
    return fits ? null : "the name of a layer has 1 to " + LONGEST + " characters";
  }

  /** The place of a value, for messages. */
  static String key(String path, String... below) {
    StringBuilder key = new StringBuilder(path);
    for (String name : below) {
      key.append('.').append(name, 0, Math.min(name.length(), LONGEST));
    }
    return key.toString();
  }
}
