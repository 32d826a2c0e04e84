package org.trainingexporter.gpu.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trainingexporter.gpu.GpuPoller;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValue;
import org.trainingexporter.metrics.gpu.GpuMetrics;
import org.trainingexporter.process.WatchedRun;

final class DemoGpusTest {
  private static final Path GOLDEN = Path.of("src/test/resources/gpu/demo.prom");

  private final AtomicReference<Instant> now =
      new AtomicReference<>(Instant.parse("2026-01-01T12:20:30Z"));
  private final List<WatchedRun> runs = new ArrayList<>();
  private final DemoGpus demo = new DemoGpus(() -> runs, now::get);
  private final GpuPoller poller =
      new GpuPoller(demo, demo, () -> runs, now::get, Duration.ofSeconds(5));

  /** Run with -Dgolden.write=true to write the file anew. */
  @Test
  void the_whole_scrape_is_the_golden_one() throws IOException {
    run("young", "training", 200);
    run("old", "stalled", 100);
    poller.poll();
    now.updateAndGet(t -> t.plusSeconds(5));
    poller.poll();
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(GpuMetrics.of(poller::current));
    StringWriter scrape = new StringWriter();
    TextFormat.write004(scrape, registry.metricFamilySamples());

    if (Boolean.getBoolean("golden.write")) {
      Files.writeString(GOLDEN, scrape.toString());
    }
    assertEquals(Files.readString(GOLDEN), scrape.toString());
  }

  @Test
  void it_has_every_metric_but_the_one_that_is_asked_for_by_a_flag() {
    run("a", "training", 1);
    Set<GpuMetric> told =
        demo.read().stream()
            .flatMap(gpu -> gpu.values().stream())
            .map(GpuValue::metric)
            .collect(Collectors.toSet());

    assertEquals(EnumSet.complementOf(EnumSet.of(GpuMetric.PCIE_THROUGHPUT)), told);
  }

  @Test
  void four_cards_go_to_each_run_that_trains_the_oldest_first() {
    run("third", "training", 300);
    run("done", "finished", 50);
    run("second", "warmup", 200);
    run("first", "training", 100);
    poller.poll();

    assertEquals(
        List.of("first", "first", "first", "first", "second", "second", "second", "second"),
        poller.current().runGpus().stream().map(RunGpu::run).toList());
  }

  @Test
  void a_run_that_appears_during_a_reading_has_its_cards_from_the_next_on() {
    List<Gpu> gpus = demo.read();
    run("late", "training", 1);

    assertEquals(List.of(), demo.join(gpus, runs));
    assertEquals(4, demo.join(demo.read(), runs).size());
  }

  @Test
  void a_run_that_stalls_keeps_its_cards_idle() {
    run("a", "stalled", 1);
    Gpu gpu = demo.read().get(0);

    assertEquals(OptionalDouble.of(0), gpu.value(GpuMetric.UTILIZATION));
    assertEquals(Set.of(4200L), gpu.processes());
  }

  @Test
  void energy_is_the_power_summed_up() {
    double before = demo.read().get(0).value(GpuMetric.ENERGY).getAsDouble();
    now.updateAndGet(t -> t.plusSeconds(10));
    double after = demo.read().get(0).value(GpuMetric.ENERGY).getAsDouble();

    assertEquals(720, after - before, 1e-6);
  }

  @Test
  void the_troubles_come_at_their_minutes() {
    run("a", "training", 1);
    assertEquals(OptionalDouble.of(1), throttled());
    double hotFor = hotSeconds();
    now.set(Instant.parse("2026-01-01T12:22:00Z"));
    assertEquals(OptionalDouble.of(0), throttled());
    assertEquals(90, hotSeconds() - hotFor, 1e-6);

    double xids = xids();
    now.set(Instant.parse("2026-01-01T12:40:00Z"));
    assertEquals(1, xids() - xids);
    assertEquals(
        OptionalDouble.of((double) now.get().getEpochSecond()),
        demo.read().get(6).value(GpuMetric.XID_LAST_TIMESTAMP, "63"));
  }

  @Test
  void no_counter_falls_over_two_hours() {
    run("a", "training", 1);
    Map<String, Double> last = new HashMap<>();
    for (int second = 0; second < 7200; second += 30) {
      now.updateAndGet(t -> t.plusSeconds(30));
      for (Gpu gpu : demo.read()) {
        for (GpuValue value : gpu.values()) {
          if (value.metric().isCounter()) {
            String series = gpu.uuid() + value.metric() + value.labels();
            double before = last.getOrDefault(series, 0.0);
            assertTrue(value.value() >= before, () -> series + " fell to " + value.value());
            last.put(series, value.value());
          }
        }
      }
    }
  }

  private OptionalDouble throttled() {
    return demo.read().get(3).value(GpuMetric.THROTTLED, "sw_thermal_slowdown");
  }

  private double hotSeconds() {
    return demo.read()
        .get(3)
        .value(GpuMetric.THROTTLED_SECONDS, "sw_thermal_slowdown")
        .getAsDouble();
  }

  private double xids() {
    return demo.read().get(6).value(GpuMetric.XID_ERRORS, "63").getAsDouble();
  }

  private void run(String name, String state, double start) {
    runs.add(new WatchedRun(name, Path.of(name), List.of(), state, start));
  }
}
