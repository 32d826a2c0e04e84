package org.trainingexporter.parse.number;

import java.math.BigInteger;

/**
 * Converts a decimal number to the nearest double, in a few multiplications (Lemire, Number Parsing
 * at a Gigabyte per Second, 2021). By the first 64 bits of the power of ten the product is short of
 * the true value by less than one unit in its 64th bit. Where that unit could change the rounding,
 * the next 64 bits decide; where even these leave it open, no answer is given.
 */
final class Decimal {
  /** Powers of ten that are held; beyond them nothing that a log means is found. */
  private static final int MOST = 64;

  /** The largest power of ten that is a double itself. */
  private static final int MOST_EXACT = 22;

  private static final double[] EXACT = new double[MOST_EXACT + 1];

  /** 10^(i - MOST) is MANTISSA[i] × 2^EXPONENT[i], rounded down; the mantissa's top bit is set. */
  private static final long[] MANTISSA = new long[2 * MOST + 1];

  /** The next 64 bits of the same. */
  private static final long[] MORE = new long[2 * MOST + 1];

  private static final int[] EXPONENT = new int[2 * MOST + 1];

  static {
    for (int i = 0; i <= MOST_EXACT; i++) {
      EXACT[i] = BigInteger.TEN.pow(i).doubleValue();
    }
    for (int i = 0; i <= MOST; i++) {
      BigInteger power = BigInteger.TEN.pow(i);
      int bits = power.bitLength();
      set(MOST + i, power.shiftLeft(2 * Long.SIZE).shiftRight(bits), bits - Long.SIZE);
      if (i > 0) {
        set(MOST - i, BigInteger.ONE.shiftLeft(127 + bits).divide(power), -63 - bits);
      }
    }
  }

  private static void set(int i, BigInteger bits, int exponent) {
    MANTISSA[i] = bits.shiftRight(Long.SIZE).longValue();
    MORE[i] = bits.longValue();
    EXPONENT[i] = exponent;
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
    long factor = digits << zeros;
    long mantissa = MANTISSA[MOST + power];
    long product = upperOf(factor, mantissa);
    int shift = 9 + (int) (product >>> 63); // leaves the 53 bits of a double and one to round by
    long mask = (1L << shift) - 1;
    long rest = product & mask;
    long lower = factor * mantissa;
    boolean isOpen = rest == 0 && lower == 0;
    if (rest
        == mask) { // the lower half, which is short of the true value by less than 2, may carry
      long sum = lower + upperOf(factor, MORE[MOST + power]);
      isOpen = sum >= -2 && sum <= 0;
      product += Long.compareUnsigned(sum, lower) < 0 ? 1 : 0;
    }
    if (isOpen || product == 0) {
      return Double.NaN; // may lie on the middle between two doubles
    }
    long rounded = ((product >>> shift) + 1) >>> 1;
    int exponent = EXPONENT[MOST + power] + 64 - zeros + shift + 1;
    return rounded * Double.longBitsToDouble((long) (exponent + 1023) << 52);
  }

  /** The upper half of the product of two numbers without sign, the first with its top bit set. */
  private static long upperOf(long a, long b) {
    return Math.multiplyHigh(a, b) + b + (a & b >> 63);
  }
}
