package org.trainingexporter.parse.number;

import java.nio.charset.StandardCharsets;

/**
 * Reads a plain JSON number from bytes, to the nearest double. What logs hardly ever write is left
 * to the JSON parser: NaN, minus zero, more than 18 digits. One thread.
 */
public final class NumberScan {
  /** Characters from the first digit that is not zero; as many digits surely fit a long. */
  private static final int MOST_DIGITS = 18;

  private static final int LONGEST = 40;
  private static final int LONGEST_EXPONENT = 3;

  private double value;
  private boolean isWhole;

  /** The number that was read last. */
  public double value() {
    return value;
  }

  /** Whether only digits were written, no sign. */
  public boolean isWhole() {
    return isWhole;
  }

  /**
   * Reads the number that begins there.
   *
   * @param end where it ends at the latest; what lies behind is not read
   * @return where it ends, or -1 where it is none or left to the parser
   */
  public int read(byte[] bytes, int at, int end) {
    boolean negative = byteAt(bytes, at, end) == '-';
    int first = negative ? at + 1 : at;
    int p = first;
    long digits = 0;
    for (int d = digit(bytes, p, end); d >= 0 && d <= 9; d = digit(bytes, ++p, end)) {
      digits = 10 * digits + d;
    }
    int digitsEnd = p;
    if (p == first || (bytes[first] == '0' && p > first + 1)) {
      return -1;
    }
    int power = 0;
    if (byteAt(bytes, p, end) == '.') {
      int fraction = ++p;
      for (int d = digit(bytes, p, end); d >= 0 && d <= 9; d = digit(bytes, ++p, end)) {
        digits = 10 * digits + d;
      }
      if (p == fraction) {
        return -1;
      }
      power = fraction - p;
    }
    if (p - first > MOST_DIGITS && isLong(bytes, first, p)) {
      return -1;
    }
    if ((byteAt(bytes, p, end) | 0x20) == 'e') {
      byte next = byteAt(bytes, ++p, end);
      int sign = next == '-' ? -1 : 1;
      int exponent = 0;
      int start = next == '-' || next == '+' ? ++p : p;
      for (int d = digit(bytes, p, end); d >= 0 && d <= 9; d = digit(bytes, ++p, end)) {
        exponent = 10 * exponent + d;
      }
      if (p == start || p - start > LONGEST_EXPONENT) {
        return -1;
      }
      power += sign * exponent;
    }
    isWhole = !negative && p == digitsEnd;
    return convert(negative, digits, power, bytes, first, p);
  }

  private static byte byteAt(byte[] bytes, int at, int end) {
    return at < end ? bytes[at] : 0;
  }

  /** The value of a digit; what is less than 0 or more than 9 is none. */
  private static int digit(byte[] bytes, int at, int end) {
    return byteAt(bytes, at, end) - '0';
  }

  private int convert(boolean negative, long digits, int power, byte[] bytes, int from, int to) {
    double magnitude = Decimal.of(digits, power);
    if (Double.isNaN(magnitude)) {
      String text = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
      magnitude = Double.parseDouble(text);
    }
    if (magnitude == Double.POSITIVE_INFINITY || (negative && digits == 0)) {
      return -1;
    }
    value = negative ? -magnitude : magnitude;
    return to;
  }

  /** Whether there are too many digits, zeros at the beginning not counted. */
  private static boolean isLong(byte[] bytes, int from, int to) {
    int p = from;
    while (p < to && (bytes[p] == '0' || bytes[p] == '.')) {
      p++;
    }
    return to - p > MOST_DIGITS || to - from > LONGEST;
  }
}
