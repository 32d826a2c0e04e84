package org.trainingexporter.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class HeapGuardTest {
  private static final long SECOND = 1_000_000_000L;
  private final List<String> ends = new ArrayList<>();
  private double occupancy;
  private long collected;
  private long nanos;
  private final HeapGuard guard =
      new HeapGuard(
          new HeapUse() {
            @Override
            public double occupancy() {
              return occupancy;
            }

            @Override
            public void collect() {}
          },
          () -> collected,
          () -> nanos,
          ends::add);

  private void check(double full, long collectedMillis) {
    occupancy = full;
    collected += collectedMillis;
    nanos += 5 * SECOND;
    guard.check();
  }

  @Test
  void twenty_seconds_of_collecting_a_full_heap_end_the_process() {
    for (int i = 0; i < 3; i++) {
      check(0.99, 4_500);
    }
    assertEquals(List.of(), ends);
    check(0.99, 4_500);
    assertEquals(
        List.of(
            "out of memory: the heap is 99 % full and collecting garbage takes 90 % of the time;"
                + " raise -Xmx or watch fewer runs"),
        ends);
  }

  @Test
  void a_full_heap_alone_or_much_garbage_alone_ends_nothing() {
    for (int i = 0; i < 9; i++) {
      check(0.99, 3_000);
      check(0.5, 4_900);
    }
    assertEquals(List.of(), ends);
  }

  @Test
  void a_check_between_that_is_well_begins_the_count_anew() {
    for (int i = 0; i < 9; i++) {
      check(i % 4 == 3 ? 0.5 : 0.99, 4_900);
    }
    assertEquals(List.of(), ends);
  }

  @Test
  void only_the_heap_being_full_is_fatal() {
    assertTrue(HeapGuard.isHeapFull(new OutOfMemoryError("Java heap space")));
    assertFalse(HeapGuard.isHeapFull(new OutOfMemoryError("Cannot reserve 16384 bytes")));
    assertFalse(HeapGuard.isHeapFull(new IllegalStateException("Java heap space")));
  }
}
