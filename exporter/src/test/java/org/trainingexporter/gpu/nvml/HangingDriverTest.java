package org.trainingexporter.gpu.nvml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.gpu.GpuMonitor;
import org.trainingexporter.gpu.GpuOptions;
import org.trainingexporter.metrics.gpu.GpuMetrics;

/** The whole room, on its own thread, with a driver that hangs in a call. */
final class HangingDriverTest {
  private static final String CARD = "card\nuuid A\npower ";

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T00:00:00Z"));

  @Test
  @Timeout(60)
  void a_scrape_answers_while_the_driver_hangs_and_shows_its_cards_once_it_is_back(
      @TempDir Path folder) {
    NvmlStandin standin = NvmlStandin.build(folder).with(CARD + "1000\n");
    GpuOptions options =
        new GpuOptions(
            false,
            Optional.of(standin.library().toString()),
            Duration.ofMillis(1),
            false,
            List.of());
    try (GpuMonitor gpus = GpuMonitor.open(options, List::of, now::get)) {
      gpus.start();
      until(() -> gpus.snapshot().health().up());

      standin.with(CARD + "hang\n");
      until(standin::hangs);
      pass(6);
      assertFalse(gpus.snapshot().health().success());
      assertEquals(1, gpus.snapshot().gpus().size());
      pass(10);
      assertFalse(gpus.snapshot().health().up());
      assertEquals(
          List.of("nvidia_gpu_up"),
          GpuMetrics.of(gpus::snapshot).collect().stream().map(f -> f.name).toList());

      standin.with(CARD + "1000\n").release();
      until(() -> gpus.snapshot().health().up());
      assertEquals(1, gpus.snapshot().gpus().size());
    }
  }

  private void pass(int seconds) {
    now.updateAndGet(t -> t.plusSeconds(seconds));
  }

  private static void until(BooleanSupplier state) {
    while (!state.getAsBoolean()) {
      Thread.onSpinWait();
    }
  }
}
