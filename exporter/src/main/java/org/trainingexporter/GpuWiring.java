package org.trainingexporter;

import io.prometheus.client.Collector;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.gpu.GpuHealth;
import org.trainingexporter.gpu.GpuMonitor;
import org.trainingexporter.gpu.GpuOptions;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.gpu.join.ConfiguredGpus;
import org.trainingexporter.gpu.join.RunGpuUsage;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.metrics.TimedCollectors;
import org.trainingexporter.metrics.gpu.GpuMetrics;
import org.trainingexporter.process.WatchedRun;
import org.trainingexporter.run.host.CardUse;

/**
 * Connects GPU monitoring with the settings and the watched runs. Apart from {@link Exporter}, so
 * that no class of the gpu package is loaded if GPUs are off.
 */
final class GpuWiring implements AutoCloseable {
  private final GpuMonitor gpus;

  GpuWiring(Settings settings, Supplier<List<WatchedRun>> runs, InstantSource clock) {
    this.gpus = GpuMonitor.open(options(settings), runs, clock);
  }

  private static GpuOptions options(Settings settings) {
    return new GpuOptions(
        settings.gpus() == GpuMode.DEMO,
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

  void start() {
    gpus.start();
  }

  Collector metrics() {
    return GpuMetrics.of(gpus::snapshot);
  }

  GpuSnapshot snapshot() {
    return gpus.snapshot();
  }

  /** The cards of each run, by its name. */
  Map<String, CardUse> uses() {
    Map<String, CardUse> uses = new HashMap<>();
    for (RunGpuUsage use : gpus.snapshot().runUses()) {
      uses.put(use.run(), new CardUse(use.most(), use.model()));
    }
    return uses;
  }

  /** Processes by the name of the run whose cards they use; none of invented cards. */
  Map<String, Set<Long>> processes() {
    GpuSnapshot cards = gpus.snapshot();
    Map<String, Set<Long>> byCard = new HashMap<>();
    for (Gpu card : cards.gpus()) {
      byCard.put(card.uuid(), card.processes());
    }
    Map<String, Set<Long>> byRun = new HashMap<>();
    cards
        .runGpus()
        .forEach(
            join ->
                byRun
                    .computeIfAbsent(join.run(), run -> new HashSet<>())
                    .addAll(byCard.getOrDefault(join.uuid(), Set.of())));
    return byRun;
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
