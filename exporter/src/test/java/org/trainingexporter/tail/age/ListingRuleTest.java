package org.trainingexporter.tail.age;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class ListingRuleTest {
  private static final long SECOND = 1_000_000_000L;

  private final ListingRule rule = new ListingRule();

  private boolean listsAt(long time, double second) {
    long nanos = Math.round(second * SECOND);
    boolean due = rule.isDue(time, nanos);
    if (due) {
      rule.listed(nanos);
    }
    return due;
  }

  @Test
  void a_directory_is_listed_until_two_seconds_after_a_change() {
    assertTrue(listsAt(7, 0));
    assertTrue(listsAt(7, 1));
    assertTrue(listsAt(7, 2));
    assertFalse(listsAt(7, 3));
    assertTrue(listsAt(8, 100));
    assertTrue(listsAt(8, 110));
    assertFalse(listsAt(8, 120));
  }

  @Test
  void a_time_that_goes_back_is_a_change_too() {
    assertTrue(listsAt(7, 0));
    assertTrue(listsAt(7, 9));
    assertFalse(listsAt(7, 10));
    assertTrue(listsAt(3, 11));
  }

  @Test
  void a_directory_that_could_not_be_listed_is_listed_again() {
    assertTrue(listsAt(7, 0));
    assertTrue(listsAt(7, 9));
    rule.failed();
    assertTrue(listsAt(7, 10));
  }
}
