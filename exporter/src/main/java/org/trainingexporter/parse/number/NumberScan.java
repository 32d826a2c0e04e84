package org.trainingexporter.parse.number;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
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

  private static final VarHandle EIGHT =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

  private static final long ZEROS = 0x3030303030303030L;
  private static final long HIGH = 0xF0F0F0F0F0F0F0F0L;
  private static final long SIX = 0x0606060606060606L;
  private static final long PAIRS = 0x000000FF000000FFL;

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
    // One flat method without calls: it is fast long before it is compiled for good.
    boolean negative = at < end && bytes[at] == '-';
    int first = negative ? at + 1 : at;
    int p = first;
    long digits = 0;
    for (int d; p < end && (d = bytes[p] - '0') >= 0 && d <= 9; p++) {
      digits = 10 * digits + d;
    }
    int digitsEnd = p;
    if (p == first || (bytes[first] == '0' && p > first + 1)) {
      return -1;
    }
    int power = 0;
    if (p < end && bytes[p] == '.') {
      int fraction = ++p;
      while (p + Long.BYTES <= end) {
        long eight = (long) EIGHT.get(bytes, p);
        if (!isEight(eight)) {
          break;
        }
        digits = 100_000_000 * digits + valueOf(eight);
        p += Long.BYTES;
      }
      for (int d; p < end && (d = bytes[p] - '0') >= 0 && d <= 9; p++) {
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
    if (p < end && (bytes[p] | 0x20) == 'e') {
      p++;
      byte next = p < end ? bytes[p] : 0;
      int sign = next == '-' ? -1 : 1;
      int exponent = 0;
      int start = next == '-' || next == '+' ? ++p : p;
      for (int d; p < end && (d = bytes[p] - '0') >= 0 && d <= 9; p++) {
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

  /** Whether eight bytes are digits. */
  private static boolean isEight(long bytes) {
    return ((bytes & HIGH) == ZEROS) && (((bytes + SIX) & HIGH) == ZEROS);
  }

  /** The value of eight digits, the first of them in the lowest byte. */
  private static long valueOf(long digits) {
    long pairs = (digits - ZEROS) * 10 + ((digits - ZEROS) >>> 8);
    long upper = (pairs & PAIRS) * (100 + (1_000_000L << 32));
    long lower = ((pairs >>> 16) & PAIRS) * (1 + (10_000L << 32));
    return (upper + lower) >>> 32;
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
