package org.trainingexporter.service.step;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.trainingexporter.testing.HungThreads;

/** Threads whose processor time a test says; what hangs waits until the test lets it go on. */
@Timeout(60)
final class CrewTest {
  private static final long HANGS = Duration.ofSeconds(5).toNanos();

  private final AtomicLong nanos = new AtomicLong();
  private final HungThreads threads = new HungThreads();
  private final Crew crew = new Crew("test", Duration.ofMillis(1), threads, nanos::get);
  private final List<String> done = Collections.synchronizedList(new ArrayList<>());

  @AfterEach
  void letAllGoOn() {
    threads.goOn();
    crew.close();
  }

  private Step step(String name) {
    return new Step(name, List.of(name), () -> done.add(name));
  }

  private Step hanging(String name) {
    return new Step(
        name,
        List.of(name),
        () -> {
          threads.hang();
          done.add(name);
        });
  }

  private void awaitFree(Object subject) {
    while (crew.isHeld(subject)) {
      Thread.onSpinWait();
    }
  }

  @Test
  void steps_run_in_their_order() {
    crew.run(List.of(step("a"), step("b"), step("c")));
    assertEquals(List.of("a", "b", "c"), done);
  }

  @Test
  void one_that_hangs_is_left_alone_and_the_others_go_on() {
    crew.run(List.of(step("a"), hanging("b"), step("c")));
    assertEquals(List.of("a", "c"), done);
    assertTrue(crew.isHeld("b"));
  }

  @Test
  void what_hangs_is_not_begun_a_second_time_and_goes_on_when_it_can() {
    crew.run(List.of(hanging("a"), step("b")));
    crew.run(List.of(step("a"), step("b")));
    assertEquals(List.of("b", "b"), done);
    threads.goOn();
    awaitFree("a");
    crew.run(List.of(step("a")));
    assertEquals(List.of("b", "b", "a", "a"), done);
  }

  @Test
  void it_is_said_to_hang_after_five_seconds() {
    crew.run(List.of(hanging("a")));
    nanos.addAndGet(HANGS - 1);
    assertEquals(List.of(), crew.hung());
    nanos.addAndGet(1);
    assertEquals(List.of("a"), crew.hung().stream().map(Step::name).toList());
    threads.goOn();
    awaitFree("a");
    assertEquals(List.of(), crew.hung());
  }

  @Test
  void one_that_works_for_long_is_waited_for() {
    Step slow =
        new Step(
            "a",
            List.of("a"),
            () -> {
              long before = threads.time();
              while (threads.time() < before + 50) {
                Thread.onSpinWait();
              }
              done.add("a");
            });
    crew.run(List.of(slow, step("b")));
    assertEquals(List.of("a", "b"), done);
  }

  @Test
  void sixteen_are_left_alone_and_the_next_is_waited_for() {
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < Crew.MOST; i++) {
      steps.add(hanging("h" + i));
    }
    steps.add(step("last"));
    crew.run(steps);
    assertEquals(List.of("last"), done);
    assertFalse(crew.isExhausted());
    nanos.addAndGet(HANGS);
    assertTrue(crew.isExhausted());
    Thread later = new Thread(threads::goOn);
    Step seventeenth =
        new Step(
            "h16",
            List.of("h16"),
            () -> {
              later.start();
              while (crew.isHeld("h0")) {
                Thread.onSpinWait();
              }
              done.add("h16");
            });
    crew.run(List.of(seventeenth, step("after")));
    assertTrue(done.indexOf("h16") < done.indexOf("after"));
  }

  @Test
  void what_a_step_throws_is_thrown_when_the_others_are_done() {
    Step broken =
        new Step(
            "a",
            List.of("a"),
            () -> {
              throw new IllegalArgumentException("broken");
            });
    assertThrows(IllegalArgumentException.class, () -> crew.run(List.of(broken, step("b"))));
    assertEquals(List.of("b"), done);
    crew.run(List.of(step("c")));
    assertEquals(List.of("b", "c"), done);
  }
}
