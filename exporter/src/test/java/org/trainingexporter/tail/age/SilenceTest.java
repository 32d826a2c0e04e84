package org.trainingexporter.tail.age;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class SilenceTest {
  private static final long SECOND = 1_000_000_000L;
  private static final double HOUR = 3_600;

  private final Silence silence = new Silence();

  @Test
  void a_file_seen_for_the_first_time_is_silent_since_it_was_written() {
    assertEquals(40, silence.seconds("a", 1_000, 1_040, 0));
    assertEquals(45, silence.seconds("a", 1_000, 1_045, 5 * SECOND));
  }

  @Test
  void a_file_that_changes_is_silent_since_then_at_most_since_the_last_check() {
    silence.seconds("a", 1_000, 1_040, 0);
    assertEquals(2, silence.seconds("b", 1_043, 1_045, 5 * SECOND));
    assertEquals(5, silence.seconds("c", 900, 1_050, 10 * SECOND));
  }

  @Test
  void the_wall_clock_may_jump_in_between() {
    silence.seconds("a", 1_000, 1_000, 0);
    assertEquals(10, silence.seconds("a", 1_000, 1_000 - HOUR, 10 * SECOND));
    assertEquals(11, silence.seconds("a", 1_000, 1_000 + HOUR, 11 * SECOND));
    assertEquals(0, silence.seconds("b", 1_000, 1_000 - HOUR, 12 * SECOND));
    assertEquals(9, silence.seconds("b", 1_000, 1_000 - HOUR, 21 * SECOND));
  }

  @Test
  void a_file_without_a_time_is_never_silent() {
    assertTrue(Double.isNaN(silence.seconds(Double.NaN, Double.NaN, 1_000, 0)));
  }
}
