package org.trainingexporter.watch;

import java.util.Optional;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.run.position.RunConfig;

/** What the configuration says of a run's schedule. */
public final class RunConfigs {
  private RunConfigs() {}

  /** The rule's values; NaN where it has none. */
  public static RunConfig of(Optional<RunRule> rule) {
    return rule.map(RunConfigs::of).orElse(RunConfig.NONE);
  }

  private static RunConfig of(RunRule rule) {
    return new RunConfig(
        rule.totalSteps().map(Long::doubleValue).orElse(Double.NaN),
        rule.warmupSteps().map(Long::doubleValue).orElse(Double.NaN),
        rule.maxLearningRate().orElse(Double.NaN));
  }
}
