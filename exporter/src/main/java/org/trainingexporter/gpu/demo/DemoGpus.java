package org.trainingexporter.gpu.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.join.RunJoin;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuSource;
import org.trainingexporter.process.WatchedRun;

/**
 * Eight invented H100s. Their values follow from the clock and the states of the runs alone;
 * counters start with the first reading. A card works for the run that its last reading assigned it
 * to, so that a run that appears between reading and join has no half-read card. One thread.
 */
public final class DemoGpus implements GpuSource, RunJoin {
  private final Supplier<List<WatchedRun>> runs;
  private final InstantSource clock;
  private final List<DemoCard> cards = new ArrayList<>();
  private List<Optional<WatchedRun>> assigned = DemoAssignment.of(List.of());

  public DemoGpus(Supplier<List<WatchedRun>> runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
    for (int i = 0; i < DemoAssignment.CARDS; i++) {
      cards.add(new DemoCard(i));
    }
  }

  @Override
  public List<Gpu> read() {
    assigned = DemoAssignment.of(runs.get());
    double now = clock.millis() / 1e3;
    return cards.stream().map(card -> card.read(assigned.get(card.index()), now)).toList();
  }

  @Override
  public List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> watched) {
    return gpus.stream()
        .flatMap(
            gpu ->
                assigned.get(gpu.index()).stream()
                    .map(run -> new RunGpu(run.name(), gpu.index(), gpu.uuid())))
        .toList();
  }

  @Override
  public void close() {}
}
