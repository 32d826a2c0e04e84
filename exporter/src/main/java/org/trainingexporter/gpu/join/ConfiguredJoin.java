package org.trainingexporter.gpu.join;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.process.WatchedRun;

/**
 * Adds configured cards to those that another join finds, for machines where the processes of other
 * users cannot be inspected. A run that is over has no configured cards.
 */
public final class ConfiguredJoin implements RunJoin {
  private final RunJoin found;
  private final List<ConfiguredGpus> rules;

  public ConfiguredJoin(RunJoin found, List<ConfiguredGpus> rules) {
    this.found = found;
    this.rules = List.copyOf(rules);
  }

  @Override
  public List<RunGpu> join(List<Gpu> gpus, List<WatchedRun> runs) {
    Set<RunGpu> joins = new LinkedHashSet<>(found.join(gpus, runs));
    for (ConfiguredGpus rule : rules) {
      for (WatchedRun run : runs) {
        if (run.alive() && rule.run().test(run.name())) {
          gpus.stream()
              .filter(rule::names)
              .forEach(gpu -> joins.add(new RunGpu(run.name(), gpu.index(), gpu.uuid())));
        }
      }
    }
    return List.copyOf(joins);
  }
}
