package org.trainingexporter.parse.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Numbers of a JSON parser, also those that are written as text. */
public final class TokenNumbers {
  private TokenNumbers() {}

  /** The current number; NaN where it is none, infinite where it exceeds a double. */
  public static double read(JsonParser p) throws IOException {
    return switch (p.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> p.getDoubleValue();
      case VALUE_STRING -> TextNumbers.number(p.getText());
      default -> Double.NaN;
    };
  }

  /** Whether the current token spells NaN or an infinity. */
  public static boolean isNonFinite(JsonParser p) throws IOException {
    JsonToken token = p.currentToken();
    return token == JsonToken.VALUE_NUMBER_FLOAT
        ? p.isNaN()
        : token == JsonToken.VALUE_STRING && TextNumbers.isNonFinite(p.getText());
  }
}
