package org.trainingexporter.parse.setting;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.OptionalDouble;
import java.util.StringJoiner;
import org.trainingexporter.event.setting.SettingCollector;

/** The values of settings at a parser's current token, as texts. */
public final class SettingValues {
  /** More elements of a list are not shown. */
  private static final int MOST_ELEMENTS = 100;

  private SettingValues() {}

  /** Adds a scalar as it is written; null is no value. */
  public static void add(JsonParser p, String key, SettingCollector to) throws IOException {
    JsonToken token = p.currentToken();
    if (token.isScalarValue() && token != JsonToken.VALUE_NULL) {
      to.add(key, p.getText(), token == JsonToken.VALUE_STRING);
    }
  }

  /**
   * Adds a list of scalars as a text, {@code [0.9, 0.95]}; the parser ends at the list's end.
   *
   * @return the number of a list of one number, within a double
   */
  public static OptionalDouble addList(JsonParser p, String key, SettingCollector to)
      throws IOException {
    OptionalDouble only = OptionalDouble.empty();
    int size = 0;
    StringJoiner elements = new StringJoiner(", ", "[", "]");
    boolean hasText = false;
    int count = 0;
    for (JsonToken t = p.nextToken(); t != JsonToken.END_ARRAY; t = p.nextToken()) {
      only = size++ == 0 && t.isNumeric() ? number(p) : OptionalDouble.empty();
      if (t.isStructStart()) {
        p.skipChildren();
        elements.add(t == JsonToken.START_ARRAY ? "[…]" : "{…}");
      } else if (count++ < MOST_ELEMENTS) {
        hasText |= t == JsonToken.VALUE_STRING;
        elements.add(p.getText());
      }
    }
    to.add(key, elements.toString(), hasText);
    return only;
  }

  private static OptionalDouble number(JsonParser p) throws IOException {
    double value = p.getDoubleValue();
    boolean isPastDouble = Double.isInfinite(value) && !p.isNaN();
    return isPastDouble ? OptionalDouble.empty() : OptionalDouble.of(value);
  }
}
