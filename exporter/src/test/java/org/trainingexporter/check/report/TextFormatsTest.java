package org.trainingexporter.check.report;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TextFormatsTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "1, 1",
    "0.1, 0.1",
    "-2.50, -2.5",
    "0.123456789, 0.123457",
    "1763800000.6, 1763800001",
    "123456789, 123456789",
    "0.0001, 0.0001",
    "5e-6, 5e-06",
    "7.912345678e-8, 7.91235e-08",
    "1e20, 1e+20",
    "NaN, NaN",
    "Infinity, +Inf",
    "-Infinity, -Inf"
  })
  void a_number_has_six_digits_and_every_one_before_the_point(double value, String text) {
    assertEquals(text, TextFormats.number(value));
  }

  @Test
  void a_time_is_told_in_utc() {
    assertEquals("2025-11-22T08:26:40.250Z", TextFormats.time(1763800000.25));
  }

  @Test
  void one_thing_is_singular() {
    assertEquals(
        "0 restarts, 1 restart",
        TextFormats.count(0, "restart") + ", " + TextFormats.count(1, "restart"));
  }
}
