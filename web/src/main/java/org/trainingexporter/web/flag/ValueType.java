package org.trainingexporter.web.flag;

import java.time.DateTimeException;
import java.util.function.Function;

/**
 * How the text of a value is read.
 *
 * @param expected what a message says was expected, such as "a duration above 0 such as 5s"
 * @param reader throws an {@link IllegalArgumentException}, {@link ArithmeticException} or {@link
 *     DateTimeException} for a text that it rejects
 */
public record ValueType<T>(String expected, Function<String, T> reader) {

  /**
   * Reads a value.
   *
   * @param place where the text stands; the message of the exception begins with it
   * @throws ConfigException if the reader rejects the text
   */
  public T read(String place, String text) {
    try {
      return reader.apply(text);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException e) {
      throw ConfigException.expected(place, expected, ConfigException.quote(text));
    }
  }
}
