package org.trainingexporter;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.config.value.ProcessMode;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.process.WatchedRun;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.host.CardUse;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.run.host.RunJob;
import org.trainingexporter.watch.Watcher;

/**
 * The watched runs with what this machine shows of them: their cards and their processes. Any
 * number of threads.
 */
final class HostView implements AutoCloseable {
  private final Watcher watcher;
  private final InstantSource clock;
  private final Optional<GpuWiring> cards;
  private final Optional<ProcessWiring> processes;

  HostView(Settings settings, Watcher watcher, InstantSource clock) {
    this.watcher = watcher;
    this.clock = clock;
    GpuMode gpus = settings.gpus();
    this.cards =
        gpus == GpuMode.OFF
            ? Optional.empty()
            : Optional.of(new GpuWiring(settings, this::watched, clock));
    this.processes =
        settings.get(Flags.PROCESSES) == ProcessMode.OFF
            ? Optional.empty()
            : Optional.of(
                new ProcessWiring(
                    this::watched,
                    () -> gpus == GpuMode.DEMO ? Map.of() : processesOnCards(),
                    clock));
  }

  Optional<GpuWiring> cards() {
    return cards;
  }

  /** The newest reading of the cards; empty where none are read. */
  Optional<GpuSnapshot> snapshot() {
    return cards.map(GpuWiring::snapshot);
  }

  private Map<String, Set<Long>> processesOnCards() {
    return cards.map(GpuWiring::processes).orElse(Map.of());
  }

  /** The runs as they are now. */
  List<RunSnapshot> runs() {
    Map<String, CardUse> uses = cards.map(GpuWiring::uses).orElse(Map.of());
    return watcher.snapshots().stream().map(run -> run.with(facts(run, uses))).toList();
  }

  private List<WatchedRun> watched() {
    double now = clock.millis() / 1e3;
    return watcher.watched().stream()
        .map(it -> ProcessWiring.of(it, facts(it.run(), Map.of()), now))
        .toList();
  }

  private HostFacts facts(RunSnapshot run, Map<String, CardUse> uses) {
    String name = run.identity().name();
    ProcessState process = processes.map(it -> it.state(name)).orElse(ProcessState.UNSEEN);
    RunJob job = processes.map(it -> it.job(name)).orElse(RunJob.NONE);
    return new HostFacts(process, uses.getOrDefault(name, CardUse.NONE), job);
  }

  void start() {
    processes.ifPresent(ProcessWiring::start);
    cards.ifPresent(GpuWiring::start); // last, since loading a driver's library takes time
  }

  @Override
  public void close() {
    cards.ifPresent(GpuWiring::close);
    processes.ifPresent(ProcessWiring::close);
  }
}
