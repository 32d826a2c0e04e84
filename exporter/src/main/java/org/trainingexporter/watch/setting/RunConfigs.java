package org.trainingexporter.watch.setting;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.Optional;
import org.trainingexporter.config.run.CostRule;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.run.cost.CostTerms;
import org.trainingexporter.run.position.RunConfig;

/** What the configuration says of a run: its schedule and its cost. */
public final class RunConfigs {
  private RunConfigs() {}

  /** The rule's values; NaN where it has none. */
  public static RunConfig of(Optional<RunRule> rule) {
    return rule.map(RunConfigs::of).orElse(RunConfig.NONE);
  }

  private static RunConfig of(RunRule rule) {
    return new RunConfig(
        number(rule.totalSteps()),
        number(rule.warmupSteps()),
        number(rule.maxLearningRate()),
        cost(rule));
  }

  private static CostTerms cost(RunRule rule) {
    CostRule cost = rule.cost();
    double named = rule.gpus().isEmpty() ? UNKNOWN : rule.gpus().size();
    return new CostTerms(
        number(cost.perGpuHour()),
        cost.currency(),
        cost.gpusCount().map(Long::doubleValue).orElse(named),
        number(cost.parameters()),
        number(cost.peakFlops()));
  }

  private static double number(Optional<? extends Number> value) {
    return value.map(Number::doubleValue).orElse(UNKNOWN);
  }
}
