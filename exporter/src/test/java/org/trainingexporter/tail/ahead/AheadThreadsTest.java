package org.trainingexporter.tail.ahead;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

final class AheadThreadsTest {
  private final AheadThreads threads = new AheadThreads(1, 1_000, 100);

  @Test
  void few_readers_are_ahead_at_a_time_so_that_memory_is_bounded() {
    List<Object> readers = new ArrayList<>();
    for (Object next = new Object(); threads.admit(next, 1_000); next = new Object()) {
      readers.add(next);
    }
    assertEquals(8, readers.size());
    threads.leave(readers.get(3));
    assertTrue(threads.admit(new Object(), 1_000));
  }

  @Test
  void a_small_read_is_not_worth_another_thread() {
    assertFalse(threads.admit(this, 999));
    assertFalse(AheadThreads.NONE.admit(this, Long.MAX_VALUE - 1));
  }

  @Test
  void work_that_no_thread_has_begun_is_done_by_whoever_needs_it() throws InterruptedException {
    CountDownLatch busy = new CountDownLatch(1);
    CountDownLatch begun = new CountDownLatch(1);
    threads.execute(
        () -> {
          begun.countDown();
          awaitQuietly(busy);
        });
    begun.await();
    List<Thread> by = new ArrayList<>();
    AheadWork work = new AheadWork(() -> by.add(Thread.currentThread()));
    threads.execute(work);
    assertTrue(work.finish());
    busy.countDown();
    assertEquals(List.of(Thread.currentThread()), by);
  }

  private static void awaitQuietly(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void work_that_fails_is_as_if_nobody_had_worked_ahead() {
    AheadWork work =
        new AheadWork(
            () -> {
              throw new IllegalStateException("a bug");
            });
    assertFalse(work.finish());
  }

  @Test
  void an_error_of_the_machine_is_thrown_to_whoever_needs_the_work() {
    AheadWork work =
        new AheadWork(
            () -> {
              throw new OutOfMemoryError("no memory");
            });
    assertThrows(OutOfMemoryError.class, work::finish);
  }

  @Test
  void an_interrupt_is_kept_until_the_work_is_over() {
    AheadWork work = new AheadWork(() -> {});
    Thread.currentThread().interrupt();
    assertTrue(work.finish());
    assertTrue(Thread.interrupted());
  }
}
