package org.trainingexporter.config.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.web.flag.ConfigException;

final class ValueTypesTest {

  @ParameterizedTest
  @CsvSource({
    "0, PT0S",
    "5s, PT5S",
    "90s, PT90S",
    "500ms, PT0.5S",
    "1h30m, PT90M",
    "1d2h3m4s5ms, PT26H3M4.005S",
    "2w, P14D",
    "1y, P365D"
  })
  void a_duration_is_read_as_prometheus_writes_it(String text, Duration expected) {
    assertEquals(expected, Durations.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "5", "s", "5 s", "-5s", "1.5h", "30m1h", "1h1h", "5S", "300y", "99999999999y"})
  void what_is_no_duration_is_rejected(String text) {
    assertThrows(RuntimeException.class, () -> Durations.parse(text));
  }

  @Test
  void off_and_zero_differ() {
    assertEquals(Optional.empty(), ValueTypes.DURATION_OR_OFF.read("x", "off"));
    assertThrows(ConfigException.class, () -> ValueTypes.DURATION_OR_OFF.read("x", "0"));
    assertThrows(ConfigException.class, () -> ValueTypes.DURATION_OR_OFF.read("x", "300y"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "NaN", "Infinity", "1e999", "5d", "0x1p3", "", "1e-999"})
  void a_rate_that_is_no_number_above_zero_is_rejected(String text) {
    assertThrows(ConfigException.class, () -> ValueTypes.POSITIVE_NUMBER.read("x", text));
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "11", "1.0", "ten", "99999999999"})
  void a_whole_number_stays_within_its_bounds(String text) {
    assertEquals(1, ValueTypes.whole(1, 10).read("x", "1"));
    assertEquals(10, ValueTypes.whole(1, 10).read("x", "10"));
    assertThrows(ConfigException.class, () -> ValueTypes.whole(1, 10).read("x", text));
  }
}
