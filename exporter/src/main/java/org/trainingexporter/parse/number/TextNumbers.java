package org.trainingexporter.parse.number;

/** Numbers and durations that a log wrote as text. NaN is returned for a text that is none. */
public final class TextNumbers {
  private TextNumbers() {}

  /** Whether the text spells NaN or an infinity. */
  public static boolean isNonFinite(String text) {
    String t = text.strip();
    return !t.isEmpty() && NonFinite.isSpelt(SpelledNumbers.plain(t));
  }

  /** Whether the text says that there is no value: {@code None}, {@code null}, {@code NA}. */
  public static boolean isNoValue(String text) {
    return SpelledNumbers.isNoValue(text);
  }

  /**
   * Reads {@code 1e-05}, {@code 0.23%}, {@code NaN}, {@code -inf}, {@code 1,000}, {@code [2.4]}.
   */
  public static double number(String text) {
    String t = text.strip();
    if (t.endsWith("%")) {
      t = t.substring(0, t.length() - 1).strip();
    }
    if (t.isEmpty()) {
      return Double.NaN;
    }
    if (!mayBeNumber(t)) {
      String plain = SpelledNumbers.plain(t);
      return plain.equals(t) ? nonFiniteOrNaN(t) : number(plain);
    }
    try {
      return Double.parseDouble(t);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** Excludes what only Java reads as a number: hexadecimal, {@code 1d}. */
  private static boolean mayBeNumber(String t) {
    for (int i = 0; i < t.length(); i++) {
      char c = t.charAt(i);
      if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
  }

  private static double nonFiniteOrNaN(String t) {
    double value = NonFinite.value(t);
    return value == 0 ? Double.NaN : value;
  }

  /**
   * Seconds of {@code 0:02:12}, {@code 9 days, 22:13:15}, {@code 46m 13s}, {@code 1h 2m}, {@code
   * 12.5}.
   */
  public static double seconds(String text) {
    double total = 0;
    double clock = 0;
    boolean colons = false;
    boolean any = false;
    String t = text.strip();
    int i = 0;
    while (i < t.length()) {
      int start = i;
      while (i < t.length() && (Character.isDigit(t.charAt(i)) || t.charAt(i) == '.')) {
        i++;
      }
      double amount = i > start ? number(t.substring(start, i)) : Double.NaN;
      if (Double.isNaN(amount)) {
        return Double.NaN;
      }
      int unit = i;
      while (i < t.length() && !Character.isDigit(t.charAt(i))) {
        i++;
      }
      String name = t.substring(unit, i).strip();
      if (name.equals(":") || name.isEmpty()) {
        clock = clock * 60 + amount;
        colons |= name.equals(":");
        any = true;
        continue;
      }
      double scale = scale(name);
      if (Double.isNaN(scale) || colons) {
        return Double.NaN;
      }
      total += amount * scale;
      any = true;
    }
    return any ? total + clock : Double.NaN;
  }

  /** Seconds of {@code 08:15:02} with two digits of hours, as a time of day has them; else NaN. */
  public static double clock(String text) {
    String t = text.strip();
    boolean clock = t.length() >= 8 && t.charAt(2) == ':' && t.charAt(5) == ':';
    return clock && t.length() <= 15 ? seconds(t) : Double.NaN;
  }

  private static double scale(String unit) {
    return switch (unit) {
      case "d", "day,", "days,", "day", "days", "d," -> 86_400;
      case "h", "hr", "hour", "hours" -> 3_600;
      case "m", "min", "minutes" -> 60;
      case "s", "sec", "seconds" -> 1;
      case "ms" -> 0.001;
      default -> Double.NaN;
    };
  }
}
