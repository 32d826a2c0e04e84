package org.trainingexporter.parse.section;

import org.trainingexporter.event.grammar.SetTexts;

/** What a key is about whose values are more than numbers; {@code NONE} for all others. */
public enum KeyRole {
  NONE,
  MODE,
  /** The set that the record is of, where the text names one. */
  SET,
  EVENT,
  ERROR_TYPE,
  ERROR_MESSAGE,
  MODEL_NAME,
  EXPERTS,
  LAYERS;

  /** Whether its texts say of what kind their record is. */
  public boolean namesKind() {
    return this == MODE || this == SET || this == EVENT;
  }

  /** The role of a key whose value is a text; nested names are joined by dots. */
  public static KeyRole ofText(String path) {
    return switch (path) {
      case "mode" -> MODE;
      case "event" -> EVENT;
      case "error_type" -> ERROR_TYPE;
      case "error_message" -> ERROR_MESSAGE;
      case "model.name" -> MODEL_NAME;
      default -> SetTexts.precedence(path) >= 0 ? SET : NONE;
    };
  }
}
