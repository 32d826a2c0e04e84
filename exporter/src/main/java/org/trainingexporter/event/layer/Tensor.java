package org.trainingexporter.event.layer;

import java.util.Locale;

/** What statistics of a layer are of. */
public enum Tensor {
  WEIGHT,
  GRADIENT,
  ACTIVATION;

  static final int COUNT = values().length;

  /** The value of the label {@code tensor}, and the key in a layer record. */
  public final String label = name().toLowerCase(Locale.ROOT);

  /** The tensor of that key, or null. */
  public static Tensor of(String key) {
    return switch (key) {
      case "weight" -> WEIGHT;
      case "gradient" -> GRADIENT;
      case "activation" -> ACTIVATION;
      default -> null;
    };
  }
}
