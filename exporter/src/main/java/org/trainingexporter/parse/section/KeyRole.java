package org.trainingexporter.parse.section;

/** What a key is about whose values are more than numbers; {@code NONE} for all others. */
public enum KeyRole {
  NONE,
  MODE,
  EVENT,
  ERROR_TYPE,
  ERROR_MESSAGE,
  MODEL_NAME,
  EXPERTS,
  LAYERS;

  /** The role of a key whose value is a text; nested names are joined by dots. */
  public static KeyRole ofText(String path) {
    return switch (path) {
      case "mode" -> MODE;
      case "event" -> EVENT;
      case "error_type" -> ERROR_TYPE;
      case "error_message" -> ERROR_MESSAGE;
      case "model.name" -> MODEL_NAME;
      default -> NONE;
    };
  }
}
