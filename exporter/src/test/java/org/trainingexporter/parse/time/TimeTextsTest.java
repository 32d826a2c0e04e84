package org.trainingexporter.parse.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class TimeTextsTest {
  private static final double EXPECTED = 1_763_799_362; // 2025-11-22 08:16:02 UTC

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2025-11-22 08:16:02",
        "2025-11-22T08:16:02",
        "2025/11/22 08:16:02",
        "2025.11.22 08:16:02",
        "2025-11-22, 08:16:02",
        "2025-11-22_08-16-02",
        "2025-11-22_08:16:02",
        "2025-11-22-08-16-02",
        "20251122T081602",
        "20251122T081602Z",
        "20251122_081602",
        "20251122-081602",
        "20251122 08:16:02",
        "2025-11-22T08:16:02Z",
        "2025-11-22 08:16:02 UTC",
        "2025-11-22 08:16:02+00:00",
        "2025-11-22T09:16:02+0100",
        "2025-11-22T09:16:02+01",
        "2025-11-22 09:16:02 CET",
        "2025-11-22 08:16:02.000",
        "2025-11-22 08:16:02,000",
        "2025-11-22 08:16:02 AM",
        "Sat Nov 22 08:16:02 2025",
        "Sat Nov 22 08:16:02 UTC 2025",
        "Sat, 22 Nov 2025 08:16:02 GMT",
        "Nov 22, 2025 08:16:02",
        "22 Nov 2025 08:16:02",
        "22/Nov/2025:08:16:02 +0000",
        "22.11.2025 08:16:02",
        "22/11/2025 08:16:02",
        "11/22/2025 08:16:02",
        "11/22/25 08:16:02",
        "Nov 22 08:16:02",
        "11-22 08:16:02",
        "11/22 08:16:02",
        "I1122 08:16:02.000000"
      })
  void every_spelling_of_a_time_is_read(String text) {
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    times.endYearsAt(EXPECTED + 86_400);
    assertEquals(EXPECTED, times.seconds(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "2025-11-22",
        "08:16:02",
        "2025-13-22 08:16:02",
        "2025-02-30 08:16:02",
        "2025-11-22 24:16:02",
        "2025-11-22 08:16:02 loss",
        "1.2.3 08:16:02",
        "12345678 081602",
        "11/12/2025 08:16:02",
        "nonsense"
      })
  void what_is_no_time_or_open_is_none(String text) {
    assertTrue(Double.isNaN(new Timestamps(ZoneOffset.UTC).seconds(text)), text);
  }

  @Test
  void minutes_are_enough_behind_a_date() {
    assertEquals(EXPECTED - 2, new Timestamps(ZoneOffset.UTC).seconds("2025-11-22 08:16"));
  }

  @Test
  void fractions_are_kept() {
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    assertEquals(EXPECTED + 0.123, times.seconds("2025-11-22 08:16:02,123"));
    assertEquals(EXPECTED + 0.123456789, times.seconds("2025-11-22T08:16:02.123456789Z"), 1e-6);
  }

  @Test
  void a_time_without_a_zone_is_in_the_runs() {
    Timestamps times = new Timestamps(ZoneId.of("Europe/Vienna"));
    assertEquals(EXPECTED - 3_600, times.seconds("2025-11-22 08:16:02"));
    assertTrue(times.sawZoneless());
  }

  @Test
  void the_log_settles_which_is_the_month() {
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    assertTrue(Double.isNaN(times.seconds("12/09/25 23:59:00")));
    assertEquals(1_765_324_860, times.seconds("12/10/25 00:01:00"));
    assertEquals(1_765_324_740, times.seconds("12/09/25 23:59:00"));
  }

  @Test
  void a_missing_year_is_the_newest_that_fits_and_turns_with_the_log() {
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    times.endYearsAt(1_767_225_700); // 2026-01-01 00:01:40
    assertEquals(1_767_225_540, times.seconds("Dec 31 23:59:00"));
    assertEquals(1_767_225_660, times.seconds("Jan  1 00:01:00"));
    times.startYearsAt(1_440_148_868); // 2015-08-21
    assertEquals(1_440_148_869, times.seconds("Aug 21 09:21:09"));
  }
}
