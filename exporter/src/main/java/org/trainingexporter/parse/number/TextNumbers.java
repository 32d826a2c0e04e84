package org.trainingexporter.parse.number;

/** Numbers and durations that a log wrote as text. NaN is returned for a text that is none. */
public final class TextNumbers {
  /** So many digits are exact in a double. */
  private static final int MOST_EXACT = 15;

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
    double plain = plain(text, 0, text.length());
    return Double.isNaN(plain) ? anyNumber(text) : plain;
  }

  /** Digits with at most one point, few enough for a double; NaN for all else. */
  private static double plain(String text, int from, int to) {
    long digits = 0;
    int point = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits = 10 * digits + c - '0';
      } else if (c == '.' && point < 0) {
        point = i;
      } else {
        return Double.NaN;
      }
    }
    int count = to - from - (point < 0 ? 0 : 1);
    boolean isExact = count > 0 && count <= MOST_EXACT;
    return isExact ? Decimal.of(digits, point < 0 ? 0 : point + 1 - to) : Double.NaN;
  }

  private static double anyNumber(String text) {
    String t = text.strip();
    if (t.endsWith("%")) {
      t = t.substring(0, t.length() - 1).strip();
      double plain = plain(t, 0, t.length());
      if (!Double.isNaN(plain)) {
        return plain;
      }
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
      double amount = i > start ? plain(t, start, i) : Double.NaN;
      if (Double.isNaN(amount) && i > start) {
        amount = number(t.substring(start, i));
      }
      if (Double.isNaN(amount)) {
        return Double.NaN;
      }
      int unit = i;
      while (i < t.length() && !Character.isDigit(t.charAt(i))) {
        i++;
      }
      boolean colon = i == unit + 1 && t.charAt(unit) == ':';
      String name = colon ? ":" : t.substring(unit, i).strip();
      if (colon || name.equals(":") || name.isEmpty()) {
        clock = clock * 60 + amount;
        colons |= !name.isEmpty();
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
