package org.trainingexporter.parse.number;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class PeoplesNumbersTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,000|1000",
        "1,234,567.5|1234567.5",
        "1e20|1e20",
        "+2.5|2.5",
        ".5|0.5",
        "0.23%|0.23",
        "tensor(2.5)|2.5",
        "tensor(2.5, device='cuda:0')|2.5",
        "tensor([2.5])|2.5",
        "[2.4]|2.4",
        "np.float64(2.5)|2.5",
        "array([2.5], dtype=float32)|2.5",
        "-3e-05|-3e-05"
      })
  void numbers_are_read_as_people_write_them(String text, double expected) {
    assertEquals(expected, TextNumbers.number(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1,00",
        "[1, 2]",
        "0x1f",
        "1d",
        "abc",
        "f(2)",
        "1.2.3",
        "",
        "tensor([1, 2])",
        "--1",
        "1.#00",
        "nano",
        "info"
      })
  void what_is_no_number_is_none(String text) {
    assertTrue(Double.isNaN(TextNumbers.number(text)), text);
    assertFalse(TextNumbers.isNonFinite(text), text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "nan",
        "NaN",
        "NAN",
        "-nan",
        "+NaN",
        "nan(ind)",
        "nan(0x8000)",
        "nan((ind))",
        "nanq",
        "QNAN",
        "1.#QNAN",
        "-1.#IND",
        "1.#IND00",
        "tensor(nan)",
        "[nan]"
      })
  void every_language_has_its_word_for_no_number(String text) {
    assertTrue(Double.isNaN(TextNumbers.number(text)), text);
    assertTrue(TextNumbers.isNonFinite(text), text);
  }

  @ParameterizedTest
  @CsvSource({
    "inf,1",
    "-inf,-1",
    "+Inf,1",
    "Infinity,1",
    "-INFINITY,-1",
    "1.#INF,1",
    "-1.#INF00,-1"
  })
  void infinities_are_read(String text, double sign) {
    assertEquals(sign * Double.POSITIVE_INFINITY, TextNumbers.number(text));
  }

  @Test
  void words_for_nothing_are_no_value() {
    for (String text : new String[] {"", " ", "None", "null", "NA", "N/A", "none"}) {
      assertTrue(TextNumbers.isNoValue(text), text);
    }
    assertFalse(TextNumbers.isNoValue("nan"));
    assertFalse(TextNumbers.isNoValue("0"));
  }
}
