package org.trainingexporter.gpu.demo;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.join.RunJoin;
import org.trainingexporter.gpu.join.WatchedRun;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuSource;

/**
 * Eight H100s that do not exist. What they tell follows from the clock and the states of the runs
 * alone; counters start with the first reading. Cards work for whom that reading dealt them to, so
 * that a run that appears meanwhile has all of a card or nothing.
 */
public final class DemoGpus implements GpuSource, RunJoin {
  private final Supplier<List<WatchedRun>> runs;
  private final InstantSource clock;
  private final List<DemoCard> cards = new ArrayList<>();
  private List<Optional<WatchedRun>> deal = DemoAssignment.of(List.of());

  public DemoGpus(Supplier<List<WatchedRun>> runs, InstantSource clock) {
    this.runs = runs;
    this.clock = clock;
    for (int i = 0; i < DemoAssignment.CARDS; i++) {
      cards.add(new DemoCard(i));
    }
  }

  @Override
  public List<Gpu> read() {
    deal = DemoAssignment.of(runs.get());
    double now = clock.millis() / 1e3;
    return cards.stream().map(card -> card.read(deal.get(card.index()), now)).toList();
  }

  @Override
  public List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> watched) {
    return gpus.stream()
        .flatMap(
            gpu ->
                deal.get(gpu.index()).stream()
                    .map(run -> new RunGpu(run.name(), gpu.index(), gpu.uuid())))
        .toList();
  }

  @Override
  public void close() {}
}
