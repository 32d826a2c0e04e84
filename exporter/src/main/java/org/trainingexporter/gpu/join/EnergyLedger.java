package org.trainingexporter.gpu.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.process.WatchedRun;

/**
 * Energy by run: the energy that a card used between two readings is divided equally among the runs
 * that were joined to it at the first. A run that was joined once stays, with 0 cards, until its
 * logs are gone. Not thread-safe.
 */
public final class EnergyLedger {
  private final Map<String, Double> joules = new TreeMap<>();
  private Map<String, Double> lastByCard = Map.of();
  private Map<String, List<String>> lastRunsByCard = Map.of();

  /** Adds one reading; returns the usage of every run that was ever joined, by name. */
  public List<RunGpuUsage> book(List<Gpu> gpus, List<RunGpu> joins, List<WatchedRun> runs) {
    Map<String, Double> byCard = new HashMap<>();
    for (Gpu gpu : gpus) {
      OptionalDouble energy = gpu.value(GpuMetric.ENERGY);
      energy.ifPresent(e -> byCard.put(gpu.uuid(), e));
    }
    share(byCard);
    lastByCard = byCard;
    lastRunsByCard =
        joins.stream()
            .collect(
                Collectors.groupingBy(
                    RunGpu::uuid, Collectors.mapping(RunGpu::run, Collectors.toList())));
    Map<String, Long> cards =
        joins.stream().collect(Collectors.groupingBy(RunGpu::run, Collectors.counting()));
    for (RunGpu join : joins) { // a card that reports no energy is not one that used none
      double begun = byCard.containsKey(join.uuid()) ? 0 : Double.NaN;
      joules.merge(join.run(), begun, (known, now) -> Double.isNaN(known) ? now : known);
    }
    Set<String> known = runs.stream().map(WatchedRun::name).collect(Collectors.toSet());
    joules.keySet().retainAll(known);
    return joules.entrySet().stream()
        .map(
            e ->
                new RunGpuUsage(
                    e.getKey(), cards.getOrDefault(e.getKey(), 0L).intValue(), e.getValue()))
        .toList();
  }

  private void share(Map<String, Double> byCard) {
    lastRunsByCard.forEach(
        (uuid, sharers) -> {
          if (byCard.containsKey(uuid) && lastByCard.containsKey(uuid)) {
            double used = byCard.get(uuid) - lastByCard.get(uuid);
            sharers.forEach(run -> joules.merge(run, used / sharers.size(), Double::sum));
          }
        });
  }
}
