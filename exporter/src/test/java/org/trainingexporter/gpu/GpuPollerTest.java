package org.trainingexporter.gpu;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.metrics.gpu.GpuMetrics;

final class GpuPollerTest {
  private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

  private final AtomicReference<Instant> now = new AtomicReference<>(START);
  private final FakeGpus source = new FakeGpus();
  private final GpuPoller poller =
      new GpuPoller(source, (gpus, runs) -> List.of(), List::of, now::get, Duration.ofSeconds(5));

  @Test
  void a_reading_is_shown_while_it_is_younger_than_fifteen_seconds() {
    source.show(FakeGpus.card(0, 1));
    assertEquals(Duration.ofSeconds(5), poller.poll());

    pass(15);
    assertEquals(1, poller.current().gpus().size());
    assertTrue(poller.current().health().success());

    pass(1);
    assertEquals(List.of(), poller.current().gpus());
    assertFalse(poller.current().health().up());
    assertFalse(poller.current().health().success());
  }

  @Test
  void before_the_first_reading_nothing_is_claimed() {
    assertFalse(poller.current().health().attempted());
    assertEquals(List.of(), GpuMetrics.of(poller::current).collect());
  }

  @Test
  void with_a_long_interval_a_reading_is_shown_for_three() {
    GpuPoller slow =
        new GpuPoller(
            source, (gpus, runs) -> List.of(), List::of, now::get, Duration.ofSeconds(30));
    source.show(FakeGpus.card(0, 1));
    slow.poll();

    pass(90);
    assertEquals(1, slow.current().gpus().size());
  }

  @Test
  void a_machine_without_a_driver_is_down_but_well_and_looked_at_again_in_a_minute() {
    source.vanish("no driver");

    assertEquals(Duration.ofMinutes(1), poller.poll());

    pass(59);
    GpuHealth health = poller.current().health();
    assertFalse(health.up());
    assertTrue(health.success());
    assertEquals("no driver", health.problem());
  }

  @Test
  void a_driver_that_comes_later_is_found() {
    source.vanish("no driver");
    poller.poll();
    source.show(FakeGpus.card(0, 1));

    assertEquals(Duration.ofSeconds(5), poller.poll());
    assertTrue(poller.current().health().up());
  }

  @Test
  void a_source_that_breaks_is_a_failure() {
    source.first(
        () -> {
          throw new IllegalStateException("broken");
        });
    poller.poll();

    assertFalse(poller.current().health().success());
    assertTrue(poller.current().health().problem().contains("broken"));
  }

  @Test
  void a_call_that_hangs_fails_after_five_seconds_and_recovers() throws Exception {
    source.show(FakeGpus.card(0, 1));
    poller.poll();
    CountDownLatch inCall = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    source.first(
        () -> {
          inCall.countDown();
          await(goOn);
        });
    Thread hanging = new Thread(poller::poll);
    hanging.start();
    inCall.await();

    pass(5);
    assertTrue(poller.current().health().success());
    pass(1);
    assertFalse(poller.current().health().success());
    assertEquals(1, poller.current().gpus().size(), "the last reading is fresh yet");
    pass(10);
    assertEquals(List.of(), poller.current().gpus());
    assertFalse(poller.current().health().up());

    goOn.countDown();
    hanging.join();
    assertTrue(poller.current().health().success());
    assertEquals(1, poller.current().gpus().size());
  }

  @Test
  void a_counter_that_jumps_back_goes_on_from_where_it_was() {
    assertEquals(100, energyAfter(100));
    assertEquals(130, energyAfter(130));
    assertEquals(130, energyAfter(4));
    assertEquals(136, energyAfter(10));
  }

  @Test
  void closing_ends_the_thread_and_the_source() throws Exception {
    CountDownLatch read = new CountDownLatch(1);
    source.first(read::countDown);
    poller.start();
    await(read);
    poller.close();

    assertTrue(source.awaitClosed());
  }

  private double energyAfter(double joules) {
    source.show(FakeGpus.card(0, joules));
    poller.poll();
    return poller.current().gpus().get(0).value(GpuMetric.ENERGY).getAsDouble();
  }

  private void pass(int seconds) {
    now.updateAndGet(t -> t.plusSeconds(seconds));
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
