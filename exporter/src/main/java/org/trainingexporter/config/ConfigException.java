package org.trainingexporter.config;

/**
 * A mistake of whoever started the exporter. The message is one line that names the place (flag,
 * variable, or file and line), the key, the value and what was expected; it ends with exit code 2.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public ConfigException(String message) {
    super(message);
  }

  static ConfigException expected(String place, String expected, String got) {
    return new ConfigException(place + ": expected " + expected + ", got " + got);
  }

  /** Long values are cut, for the message is one line. */
  static String quote(String value) {
    return '"' + (value.length() > 200 ? value.substring(0, 200) + "..." : value) + '"';
  }
}
