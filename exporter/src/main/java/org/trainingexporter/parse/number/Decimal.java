package org.trainingexporter.parse.number;

import java.math.BigInteger;

/**
 * Converts a decimal number to the nearest double, in a few multiplications. Powers of ten are kept
 * as their first 64 bits, so the product is short of the true value by less than one unit in its
 * 64th bit. Where that unit could change the rounding, no answer is given (Lemire, Number Parsing
 * at a Gigabyte per Second, 2021, without its second step).
 */
final class Decimal {
  /** Powers of ten that are held; beyond them nothing that a log means is found. */
  private static final int MOST = 64;

  /** The largest power of ten that is a double itself. */
  private static final int MOST_EXACT = 22;

  private static final double[] EXACT = new double[MOST_EXACT + 1];

  /** 10^(i - MOST) is MANTISSA[i] × 2^EXPONENT[i], rounded down; the mantissa's top bit is set. */
  private static final long[] MANTISSA = new long[2 * MOST + 1];

  private static final int[] EXPONENT = new int[2 * MOST + 1];

  static {
    for (int i = 0; i <= MOST_EXACT; i++) {
      EXACT[i] = BigInteger.TEN.pow(i).doubleValue();
    }
    for (int i = 0; i <= MOST; i++) {
      BigInteger power = BigInteger.TEN.pow(i);
      int bits = power.bitLength();
      MANTISSA[MOST + i] = power.shiftLeft(64).shiftRight(bits).longValue();
      EXPONENT[MOST + i] = bits - 64;
      if (i > 0) {
        MANTISSA[MOST - i] = BigInteger.ONE.shiftLeft(63 + bits).divide(power).longValue();
        EXPONENT[MOST - i] = -63 - bits;
      }
    }
  }

  private Decimal() {}

  /** {@code digits × 10^power}, digits not negative; NaN where this cannot tell for sure. */
  static double of(long digits, int power) {
    if (digits < 1L << 53 && power >= -MOST_EXACT && power <= MOST_EXACT) {
      return power < 0 ? digits / EXACT[-power] : digits * EXACT[power];
    }
    if (digits == 0 || power < -MOST || power > MOST) {
      return digits == 0 ? 0 : Double.NaN;
    }
    int zeros = Long.numberOfLeadingZeros(digits);
    long product = multiplyHigh(digits << zeros, MANTISSA[MOST + power]);
    int shift = 9 + (int) (product >>> 63); // leaves the 53 bits of a double and one to round by
    long rest = product & (1L << shift) - 1;
    if (rest == 0 || rest == (1L << shift) - 1) {
      return Double.NaN; // may lie on the middle between two doubles, or beyond it
    }
    long rounded = ((product >>> shift) + 1) >>> 1;
    int exponent = EXPONENT[MOST + power] + 64 - zeros + shift + 1;
    return rounded * Double.longBitsToDouble((long) (exponent + 1023) << 52);
  }

  /** The upper half of the product of two numbers without sign, whose top bits are set. */
  private static long multiplyHigh(long a, long b) {
    return Math.multiplyHigh(a, b) + a + b;
  }
}
