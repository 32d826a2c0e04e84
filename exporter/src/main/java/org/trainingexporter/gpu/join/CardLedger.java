package org.trainingexporter.gpu.join;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.process.WatchedRun;

/**
 * What is remembered of the cards of runs: the most at once, their model, and the tokens since the
 * run was first joined. A run is dropped when its logs are gone. Not thread-safe.
 */
public final class CardLedger {
  private final Map<String, Past> pasts = new HashMap<>();

  /**
   * @param joules when tokens were first known
   */
  private record Past(int most, String model, double tokens, double joules) {}

  /** Completes the usage of runs by one reading. */
  public List<RunGpuUsage> book(
      List<Gpu> gpus, List<RunGpu> joins, List<WatchedRun> runs, List<RunGpuUsage> uses) {
    Map<String, Double> tokens =
        runs.stream().collect(Collectors.toMap(WatchedRun::name, WatchedRun::tokens, (a, b) -> a));
    pasts.keySet().retainAll(tokens.keySet());
    return uses.stream()
        .map(use -> complete(use, model(use.run(), gpus, joins), tokens.get(use.run())))
        .toList();
  }

  private RunGpuUsage complete(RunGpuUsage use, String model, double tokens) {
    Past past = pasts.getOrDefault(use.run(), new Past(0, "", Double.NaN, Double.NaN));
    boolean begins = Double.isNaN(past.tokens()) || Double.isNaN(past.joules());
    Past now =
        new Past(
            Math.max(past.most(), use.gpus()),
            use.gpus() > 0 ? model : past.model(),
            begins ? tokens : past.tokens(),
            begins ? use.joules() : past.joules());
    pasts.put(use.run(), now);
    double trained = tokens - now.tokens();
    double each = trained > 0 ? (use.joules() - now.joules()) / trained * 1e6 : Double.NaN;
    return new RunGpuUsage(use.run(), use.gpus(), use.joules(), now.most(), now.model(), each);
  }

  /** The name of the run's cards; empty where they differ. */
  private static String model(String run, List<Gpu> gpus, List<RunGpu> joins) {
    List<String> models =
        joins.stream()
            .filter(join -> join.run().equals(run))
            .flatMap(join -> gpus.stream().filter(gpu -> gpu.uuid().equals(join.uuid())))
            .map(CardLedger::model)
            .distinct()
            .toList();
    return models.size() == 1 ? models.get(0) : "";
  }

  /** The name of a card; of one that is divided, with that. */
  private static String model(Gpu gpu) {
    boolean isDivided =
        gpu.values().stream().anyMatch(value -> value.metric() == GpuMetric.MIG_INFO);
    return gpu.values().stream()
        .filter(value -> value.metric() == GpuMetric.INFO)
        .map(value -> value.labels().get(GpuMetric.INFO.labels().indexOf("name")))
        .map(name -> isDivided && !name.isEmpty() ? name + " MIG" : name)
        .findFirst()
        .orElse("");
  }
}
