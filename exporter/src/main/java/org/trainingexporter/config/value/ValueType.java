package org.trainingexporter.config.value;

import java.time.DateTimeException;
import java.util.function.Function;

/** What the text of a value must be: how it reads, and how a message names it. */
public record ValueType<T>(String expected, Function<String, T> reader) {

  /**
   * The value that a text spells.
   *
   * @throws ConfigException that begins with {@code place} if the reader rejects the text
   */
  public T read(String place, String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw ConfigException.expected(place, expected, ConfigException.quote(text));
    }
  }
}
