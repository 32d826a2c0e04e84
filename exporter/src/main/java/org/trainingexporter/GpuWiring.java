package org.trainingexporter;

import io.prometheus.client.Collector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.gpu.GpuHealth;
import org.trainingexporter.gpu.GpuMonitor;
import org.trainingexporter.gpu.GpuOptions;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.gpu.join.ConfiguredGpus;
import org.trainingexporter.gpu.join.WatchedRun;
import org.trainingexporter.metrics.TimedCollectors;
import org.trainingexporter.metrics.gpu.GpuMetrics;
import org.trainingexporter.watch.PublishedRun;
import org.trainingexporter.watch.Watcher;

/**
 * Connects GPU monitoring with the settings and the watched runs. Apart from {@link Exporter}, so
 * that no class of the gpu package is loaded if GPUs are off.
 */
final class GpuWiring implements AutoCloseable {
  private final Watcher watcher;
  private final InstantSource clock;
  private final GpuMonitor gpus;

  GpuWiring(Settings settings, Watcher watcher, InstantSource clock) {
    this.watcher = watcher;
    this.clock = clock;
    this.gpus = GpuMonitor.open(options(settings), this::runs, clock);
  }

  private static GpuOptions options(Settings settings) {
    return new GpuOptions(
        settings.get(Flags.GPU) == GpuMode.DEMO,
        settings.get(Flags.GPU_LIBRARY).map(Path::toAbsolutePath).map(Path::toString),
        settings.get(Flags.GPU_INTERVAL),
        settings.get(Flags.GPU_PCIE_THROUGHPUT),
        configured(settings));
  }

  /** The GPUs that the user assigned to runs. Only the first matching rule applies to a run. */
  private static List<ConfiguredGpus> configured(Settings settings) {
    return settings.runs().stream()
        .filter(rule -> !rule.gpus().isEmpty())
        .map(
            rule ->
                new ConfiguredGpus(
                    run -> settings.ruleFor(run).filter(rule::equals).isPresent(), rule.gpus()))
        .toList();
  }

  private List<WatchedRun> runs() {
    double now = clock.millis() / 1e3;
    return watcher.watched().stream().map(run -> run(run, now)).toList();
  }

  private static WatchedRun run(PublishedRun watched, double now) {
    return new WatchedRun(
        watched.run().identity().name(),
        watched.directory(),
        watched.paths(),
        watched.run().state(now).label,
        watched.run().times().first());
  }

  void start() {
    gpus.start();
  }

  Collector metrics() {
    return GpuMetrics.of(gpus::snapshot);
  }

  GpuSnapshot snapshot() {
    return gpus.snapshot();
  }

  /** Duration and success of the latest reading; empty before the first. */
  Optional<TimedCollectors.MeasuredCollection> work() {
    GpuHealth health = gpus.snapshot().health();
    return health.attempted()
        ? Optional.of(
            new TimedCollectors.MeasuredCollection(health.durationSeconds(), health.success()))
        : Optional.empty();
  }

  @Override
  public void close() {
    gpus.close();
  }
}
