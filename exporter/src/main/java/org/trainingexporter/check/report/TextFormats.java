package org.trainingexporter.check.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Locale;

/** Values as the report for people has them. */
final class TextFormats {
  private static final int DIGITS = 6;
  private static final double LARGE = 1e15;

  private TextFormats() {}

  /** Six digits and every one before the point. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      return Double.isNaN(value) ? "NaN" : value > 0 ? "+Inf" : "-Inf";
    }
    double size = Math.abs(value);
    if (size != 0 && (size < 1e-4 || size >= LARGE)) {
      String text = String.format(Locale.ROOT, "%.5e", value);
      return text.replaceFirst("\\.?0*e", "e");
    }
    BigDecimal exact = new BigDecimal(value);
    int whole = exact.precision() - exact.scale();
    BigDecimal rounded = exact.round(new MathContext(Math.max(DIGITS, whole)));
    return value == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }

  /** In UTC, to the millisecond. */
  static String time(double seconds) {
    try {
      return Instant.ofEpochMilli(Math.round(seconds * 1000)).toString();
    } catch (DateTimeException e) {
      return number(seconds);
    }
  }

  /** {@code 1 restart}, {@code 2 restarts}. */
  static String count(long count, String thing) {
    return count + " " + thing + (count == 1 ? "" : "s");
  }

  /** A text out of a log on one line, without what a terminal would obey. */
  static String plain(String text) {
    return text.replaceAll("[\\p{Cc}\\p{Cf}\\u2028\\u2029]", " ");
  }
}
