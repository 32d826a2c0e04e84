package org.trainingexporter.config;

/** Text as a log or a terminal may show it, whatever it holds. */
public final class LogText {
  private LogText() {}

  /**
   * The text with each character that has no look of its own written as its number: control
   * characters, line separators, marks that change the direction of text. Tabs stay.
   */
  public static String of(String text) {
    if (text.codePoints().allMatch(LogText::isPlain)) {
      return text;
    }
    StringBuilder shown = new StringBuilder(text.length() + 16);
    text.codePoints()
        .forEach(
            c -> {
              if (isPlain(c)) {
                shown.appendCodePoint(c);
              } else {
                shown.append(String.format(c > 0xFFFF ? "\\U%08X" : "\\u%04X", c));
              }
            });
    return shown.toString();
  }

  private static boolean isPlain(int c) {
    if ((c >= ' ' && c < 0x7F) || c == '\t') {
      return true;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE,
          Character.UNASSIGNED ->
          false;
      default -> true;
    };
  }
}
