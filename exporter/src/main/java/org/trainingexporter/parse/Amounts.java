package org.trainingexporter.parse;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Numbers within a section, also those that are written as text. */
final class Amounts {
  private Amounts() {}

  /** The number that the parser stands at; what is none is NaN, what is past a double infinite. */
  static double read(JsonParser p) throws IOException {
    return switch (p.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> p.getDoubleValue();
      case VALUE_STRING -> Texts.number(p.getText());
      default -> Double.NaN;
    };
  }

  /** Whether what stands there spells a value that is no finite number. */
  static boolean isNonFinite(JsonParser p) throws IOException {
    JsonToken token = p.currentToken();
    return token == JsonToken.VALUE_NUMBER_FLOAT
        ? p.isNaN()
        : token == JsonToken.VALUE_STRING && Texts.isNonFinite(p.getText());
  }
}
