package org.trainingexporter.config;

import java.time.DateTimeException;
import java.util.function.Function;

/** What the text of a value must be: how it reads, and how a message names it. */
record Kind<T>(String expected, Function<String, T> reader) {

  /**
   * @throws ConfigException that begins with {@code place} if the reader refuses the text
   */
  T read(String place, String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw ConfigException.expected(place, expected, ConfigException.quote(text));
    }
  }
}
