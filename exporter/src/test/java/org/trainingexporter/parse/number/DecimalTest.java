package org.trainingexporter.parse.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;
import org.trainingexporter.testing.Exploration;

class DecimalTest {
  @Property(seed = Exploration.SEED)
  void is_the_nearest_double_where_it_says_one_at_all(
      @ForAll @LongRange(min = 0, max = 999_999_999_999_999_999L) long digits,
      @ForAll @IntRange(min = -80, max = 80) int power) {
    double found = Decimal.of(digits, power);
    if (!Double.isNaN(found)) {
      assertEquals(Double.parseDouble(digits + "e" + power), found);
    }
  }

  @Property(seed = Exploration.SEED)
  void is_the_nearest_double_beside_the_middle_of_two(
      @ForAll @LongRange(min = 1L << 52, max = (1L << 53) - 1) long mantissa,
      @ForAll @IntRange(min = -60, max = 60) int exponent) {
    double lower = mantissa * Math.pow(2, exponent);
    BigDecimal middle = new BigDecimal(lower).add(new BigDecimal(Math.ulp(lower) / 2));
    for (int digitsKept = 16; digitsKept <= 18; digitsKept++) {
      BigDecimal near = middle.round(new MathContext(digitsKept));
      double found = Decimal.of(near.unscaledValue().longValueExact(), -near.scale());
      if (!Double.isNaN(found)) {
        assertEquals(near.doubleValue(), found);
      }
    }
  }

  @Test
  void leaves_few_numbers_open() {
    Random random = new Random(1);
    int open = 0;
    for (int i = 0; i < 10_000; i++) {
      BigDecimal loss = new BigDecimal(Double.toString(random.nextDouble()));
      open += Double.isNaN(Decimal.of(loss.unscaledValue().longValue(), -loss.scale())) ? 1 : 0;
    }
    assertTrue(open < 3, open + " of 10000");
  }

  @Test
  void leaves_the_exact_middle_open() {
    assertEquals(Double.NaN, Decimal.of((1L << 53) + 1, 0));
  }
}
