package org.trainingexporter.parse.number;

import java.util.Locale;

/** Values that are not finite, as C, C++, Java, Python and Windows spell them. */
public final class NonFinite {
  private static final int LONGEST = 30;

  private NonFinite() {}

  /** Whether the text, without blanks around it, spells one. */
  public static boolean isSpelt(String text) {
    return !Double.isFinite(value(text));
  }

  /** The value that the text spells; 0 where it spells none. */
  public static double value(String text) {
    int length = text.length();
    if (length < 3 || length > LONGEST || "nNiIqQ1".indexOf(text.charAt(signs(text))) < 0) {
      return 0;
    }
    if (text.charAt(signs(text)) == '1' && text.indexOf('#') < 0) {
      return 0; // a duration, or another text
    }
    boolean negative = text.charAt(0) == '-';
    String t = text.substring(signs(text)).toLowerCase(Locale.ROOT);
    return switch (withoutPadding(t)) {
      case "nan", "nanq", "qnan", "1.#qnan", "1.#snan", "1.#ind" -> Double.NaN;
      case "inf", "infinity", "1.#inf" ->
          negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
      default -> t.startsWith("nan(") && t.endsWith(")") ? Double.NaN : 0;
    };
  }

  private static int signs(String text) {
    return text.charAt(0) == '-' || text.charAt(0) == '+' ? 1 : 0;
  }

  /** {@code 1.#IND00}: printed with more digits than the name has letters. */
  private static String withoutPadding(String t) {
    int end = t.length();
    while (t.startsWith("1.#") && t.charAt(end - 1) == '0') {
      end--;
    }
    return t.substring(0, end);
  }
}
