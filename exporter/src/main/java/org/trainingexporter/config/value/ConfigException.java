package org.trainingexporter.config.value;

/**
 * A mistake of whoever started the exporter. The message is one line that names the place (flag,
 * variable, or file and line), the key, the value and what was expected; it ends with exit code 2.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** What an address says before its host stays out of the message. */
  public ConfigException(String message) {
    super(masked(message));
  }

  public static ConfigException expected(String place, String expected, String got) {
    return new ConfigException(place + ": expected " + expected + ", got " + got);
  }

  /** Long values are cut, for the message is one line. */
  public static String quote(String value) {
    String shown = masked(value); // before it is cut: a long secret would lose its end
    return '"' + (shown.length() > 200 ? shown.substring(0, 200) + "..." : shown) + '"';
  }

  /** {@code http://user:secret@host} as {@code http://***@host}, with a scheme or without. */
  private static String masked(String text) {
    return text.replaceAll("//[^\"']*@", "//***@")
        .replaceAll("(^|[\"'=])[^\"'=/]*:[^\"'/]*@", "$1***@");
  }
}
