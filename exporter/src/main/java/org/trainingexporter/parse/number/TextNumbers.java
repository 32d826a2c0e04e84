package org.trainingexporter.parse.number;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers and durations that a log wrote as text. NaN as a result means: it is none. */
public final class TextNumbers {
  private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");

  /** A list of one, an array or a tensor of one, or a typed scalar as NumPy prints it. */
  private static final Pattern WRAPPED =
      Pattern.compile(
          "(?i)\\[[^\\[\\],]*]"
              + "|((np|numpy|torch|jnp)\\.)?(tensor|array|u?int\\d*|b?float\\d*|longlong)"
              + "\\(\\[?[^\\[\\],()]*]?(, *[a-z_]+=[^()]*)?\\)");

  private TextNumbers() {}

  /** Whether the text spells a value that is not finite. */
  public static boolean isNonFinite(String text) {
    return NonFinite.isSpelt(bare(text));
  }

  /**
   * Whether the text says that there is no value: empty, {@code None}, {@code null}, {@code NA}.
   */
  public static boolean isMissing(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "", "none", "null", "na", "n/a", "<na>", "-" -> true;
      default -> false;
    };
  }

  /**
   * Reads {@code 1e-05}, {@code 0.23%}, {@code 1,234.5}, {@code NaN}, {@code -inf}, {@code
   * tensor(2.5, device='cuda:0')}, {@code [2.4]}.
   */
  public static double number(String text) {
    String t = bare(text);
    if (t.endsWith("%")) {
      t = t.substring(0, t.length() - 1).strip();
    }
    if (t.indexOf(',') > 0 && THOUSANDS.matcher(t).matches()) {
      t = t.replace(",", "");
    }
    if (t.isEmpty() || !mayBeNumber(t)) {
      return NonFinite.isSpelt(t) ? NonFinite.value(t) : Double.NaN;
    }
    try {
      return Double.parseDouble(t);
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  /** The text without what languages print around a lone number. */
  private static String bare(String text) {
    String t = text.strip();
    int open = t.length() < 3 ? -1 : Math.max(t.indexOf('('), t.indexOf('['));
    if (open < 0 || !WRAPPED.matcher(t).matches()) {
      return t;
    }
    int from = open + 1;
    int to = from;
    while (to < t.length() && ",)]".indexOf(t.charAt(to)) < 0) {
      to++;
    }
    return t.substring(from, to).strip();
  }

  /** Keeps out what Java reads as a number and no log means as one: hexadecimal, {@code 1d}. */
  private static boolean mayBeNumber(String t) {
    for (int i = 0; i < t.length(); i++) {
      char c = t.charAt(i);
      if ((c < '0' || c > '9') && ".+-eE".indexOf(c) < 0) {
        return false;
      }
    }
    return true;
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
