package org.trainingexporter.parse.number;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/** Numbers within a section, also those that are written as text. */
public final class TokenNumbers {
  private TokenNumbers() {}

  /** The number that the parser stands at; what is none is NaN, what is past a double infinite. */
  public static double read(JsonParser p) throws IOException {
    return switch (p.currentToken()) {
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> p.getDoubleValue();
      case VALUE_STRING -> TextNumbers.number(p.getText());
      default -> Double.NaN;
    };
  }

  /**
   * The finite number of a list that holds nothing else, NaN of any other list; the parser, which
   * stands at the list's start, then stands at its end.
   */
  public static double onlyElement(JsonParser p) throws IOException {
    JsonToken first = p.nextToken();
    double only = first.isNumeric() ? p.getDoubleValue() : Double.NaN;
    int elements = 0;
    for (JsonToken t = first; t != JsonToken.END_ARRAY; t = p.nextToken()) {
      p.skipChildren();
      elements++;
    }
    return elements == 1 && Double.isFinite(only) ? only : Double.NaN;
  }

  /** Whether what stands there spells a value that is no finite number. */
  public static boolean isNonFinite(JsonParser p) throws IOException {
    JsonToken token = p.currentToken();
    return token == JsonToken.VALUE_NUMBER_FLOAT
        ? p.isNaN()
        : token == JsonToken.VALUE_STRING && TextNumbers.isNonFinite(p.getText());
  }
}
