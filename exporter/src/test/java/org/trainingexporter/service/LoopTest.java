package org.trainingexporter.service;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
final class LoopTest {
  private static final Duration NEVER = Duration.ofDays(1);
  private static final Duration LONG = Duration.ofSeconds(50);

  private final CountDownLatch third = new CountDownLatch(3);

  private static Loop loop(Duration idle, Loop.LoopBody body) {
    return new Loop("test", "testing failed", idle, body);
  }

  @Test
  void a_body_that_has_more_to_do_runs_again_at_once_on_a_daemon_thread() throws Exception {
    List<Thread> threads = new CopyOnWriteArrayList<>();
    Loop loop =
        loop(
            NEVER,
            () -> {
              threads.add(Thread.currentThread());
              third.countDown();
              return Loop.Next.MORE;
            });
    loop.start();
    third.await();
    loop.close();

    assertTrue(loop.awaitEnd(LONG));
    assertEquals("test", threads.get(0).getName());
    assertTrue(threads.get(0).isDaemon());
    assertEquals(1, threads.stream().distinct().count());
  }

  @Test
  void an_idle_body_runs_again_after_the_idle_wait_and_a_named_wait_is_kept() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(2);
    Loop loop =
        loop(
            Duration.ofMillis(1),
            () -> {
              second.countDown();
              return runs.incrementAndGet() == 1 ? Loop.Next.IDLE : Loop.Next.after(NEVER);
            });
    loop.start();
    second.await();
    loop.close();

    assertTrue(loop.awaitEnd(LONG), "closing ends the wait");
    assertEquals(2, runs.get());
  }

  @Test
  void a_body_that_throws_runs_again() throws Exception {
    Loop loop =
        loop(
            Duration.ofMillis(1),
            () -> {
              third.countDown();
              if (third.getCount() == 2) {
                throw new IllegalStateException("broken");
              } else if (third.getCount() == 1) {
                throw new StackOverflowError();
              }
              return Loop.Next.IDLE;
            });
    loop.start();
    third.await();
    loop.close();

    assertTrue(loop.awaitEnd(LONG));
  }

  @Test
  void the_last_action_runs_on_the_loops_thread_also_after_an_interrupt() {
    List<String> ended = new CopyOnWriteArrayList<>();
    Loop loop =
        loop(
                NEVER,
                () -> {
                  throw new InterruptedException();
                })
            .atEnd(() -> ended.add(Thread.currentThread().getName()));
    loop.start();

    assertTrue(loop.awaitEnd(LONG));
    assertEquals(List.of("test"), ended);
  }

  @Test
  void closing_ends_a_pause_inside_the_body() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    Loop[] loop = new Loop[1];
    loop[0] =
        loop(
            NEVER,
            () -> {
              loop[0].pause(Duration.ZERO);
              inside.countDown();
              loop[0].pause(NEVER);
              return Loop.Next.MORE;
            });
    loop[0].start();
    inside.await();
    loop[0].close();

    assertTrue(loop[0].awaitEnd(LONG));
    assertThrows(InterruptedException.class, () -> loop[0].pause(Duration.ZERO));
  }

  @Test
  void a_body_that_hangs_is_left_behind() throws Exception {
    CountDownLatch inside = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    Loop loop =
        loop(
            NEVER,
            () -> {
              inside.countDown();
              goOn.await();
              return Loop.Next.MORE;
            });
    loop.start();
    loop.start();
    inside.await();
    loop.close();
    assertFalse(loop.awaitEnd(Duration.ofMillis(1)));

    goOn.countDown();
    assertTrue(loop.awaitEnd(LONG));
  }

  @Test
  void a_loop_that_was_never_started_has_ended() {
    assertTrue(loop(NEVER, () -> Loop.Next.MORE).awaitEnd(LONG));
  }
}
