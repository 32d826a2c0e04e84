package org.trainingexporter.parse.section.layer;

import org.trainingexporter.event.layer.LayerReadings;

/** Which names layers may have: any text of a length that suits a label. */
final class LayerNames {
  private static final int LONGEST = 200;

  private LayerNames() {}

  /** Why a layer is left out, or null; {@code before} is how many the record has before it. */
  static String wrong(String name, int before) {
    if (before >= LayerReadings.MOST_LAYERS) {
      return "only the first " + LayerReadings.MOST_LAYERS + " layers of a record are read";
    }
    return wrong(name);
  }

  /** Why the name is not valid, or null. */
  static String wrong(String name) {
    boolean fits = !name.isEmpty() && name.length() <= LONGEST;
    return fits ? null : "the name of a layer has 1 to " + LONGEST + " characters";
  }

  /** The name as messages show it. */
  static String shorten(String name) {
    return name.substring(0, Math.min(name.length(), LONGEST));
  }
}
