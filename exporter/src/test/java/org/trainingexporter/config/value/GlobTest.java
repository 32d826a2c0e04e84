package org.trainingexporter.config.value;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class GlobTest {

  @ParameterizedTest
  @CsvSource({
    "llm/*, llm/a, true",
    "llm/*, llm/a/b, false",
    "llm/*, llm, false",
    "llm/**, llm/a/b, true",
    "**, a/b/c, true",
    "*, a/b, false",
    "seed-?, seed-1, true",
    "seed-?, seed-12, false",
    "a?b, a/b, false",
    "seed-[0-4], seed-3, true",
    "seed-[0-4], seed-5, false",
    "seed-[!0-4], seed-5, true",
    "a[!x]b, a/b, false",
    "a.b, axb, false",
    "a+(b), a+(b), true",
    "'a[', 'a[', true",
    "a\\d, a\\d, true",
    "a\\d, a1, false",
    "größe, größe, true",
    "Run, run, false"
  })
  void a_glob_matches_whole_names(String glob, String name, boolean expected) {
    assertEquals(expected, new Glob(glob).matches(name));
  }

  @Test
  void a_name_may_hold_a_newline() {
    assertTrue(new Glob("**").matches("a\nb"));
  }

  @Test
  void an_empty_glob_and_a_range_that_runs_backwards_are_rejected() {
    assertThrows(IllegalArgumentException.class, () -> new Glob(""));
    assertThrows(IllegalArgumentException.class, () -> new Glob("[z-a]"));
  }
}
