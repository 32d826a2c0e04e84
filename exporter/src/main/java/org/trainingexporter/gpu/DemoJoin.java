package org.trainingexporter.gpu;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The demo's cards work for whom they are dealt to. */
final class DemoJoin implements RunJoin {
  @Override
  public List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs) {
    List<Optional<WatchedRun>> deal = DemoDeal.of(runs);
    List<RunGpu> joins = new ArrayList<>();
    for (Gpu gpu : gpus) {
      deal.get(gpu.index())
          .ifPresent(run -> joins.add(new RunGpu(run.name(), gpu.index(), gpu.uuid())));
    }
    return joins;
  }
}
