package org.trainingexporter.metrics.layer;

import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.layer.ExpertLoads;

/** How a mixture of experts routes, by the newest record of it. */
public final class ExpertRows {
  private static final List<String> LAYER = List.of("layer");

  public static final List<Metric<RunAtScrape>> ALL =
      List.of(
          gauge("training_experts", "Experts of the layer.", LAYER, ExpertRows::count),
          gauge(
              "training_dead_experts",
              "Experts without a token: the log's own count for layer all, else those of share 0.",
              LAYER,
              (o, out) -> o.run().deadExperts().forEach((layer, dead) -> out.add(dead, layer))),
          gauge(
              "training_expert_imbalance_ratio",
              "Largest share of an expert over the mean share.",
              LAYER,
              ExpertRows::imbalance),
          gauge(
              "training_expert_load_ratio",
              "Share of the layer's tokens that went to the expert.",
              List.of("layer", "expert"),
              ExpertRows::load));

  private ExpertRows() {}

  private static void count(RunAtScrape o, Samples out) {
    for (ExpertLoads layer : o.run().experts()) {
      out.add(layer.experts().size(), layer.layer());
    }
  }

  private static void imbalance(RunAtScrape o, Samples out) {
    for (ExpertLoads layer : o.run().experts()) {
      out.add(layer.imbalance(), layer.layer());
    }
  }

  private static void load(RunAtScrape o, Samples out) {
    for (ExpertLoads layer : o.run().experts()) {
      for (int i = 0; i < layer.load().size(); i++) {
        out.add(layer.load().get(i), layer.layer(), layer.experts().get(i));
      }
    }
  }
}
