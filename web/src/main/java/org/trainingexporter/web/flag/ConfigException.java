package org.trainingexporter.web.flag;

/**
 * A mistake in a flag, a variable or a config file. The message is one line: the place (flag,
 * variable, or file and line), the key, what was expected and the value. The program ends with exit
 * code 2.
 */
public final class ConfigException extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST_VALUE = 200;

  /** Masks the user and password of every URL in the message. */
  public ConfigException(String message) {
    super(masked(message));
  }

  public static ConfigException expected(String place, String expected, String got) {
    return new ConfigException(place + ": expected " + expected + ", got " + got);
  }

  /** The value in quotation marks, masked, and cut at 200 characters. */
  public static String quote(String value) {
    String shown = masked(value); // before the cut, which could separate a secret from its "@"
    boolean tooLong = shown.length() > LONGEST_VALUE;
    return '"' + (tooLong ? shown.substring(0, LONGEST_VALUE) + "..." : shown) + '"';
  }

  /** {@code http://user:secret@host} as {@code http://***@host}, with a scheme or without. */
  private static String masked(String text) {
    return text.replaceAll("//[^\"']*@", "//***@")
        .replaceAll("(^|[\"'=])[^\"'=/]*:[^\"'/]*@", "$1***@");
  }
}
