package org.trainingexporter.config.run;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.value.Glob;

/**
 * An entry of {@code runs:} in the config file: what the user knows about some runs that their logs
 * do not say.
 *
 * @param match glob for the names of the runs
 * @param checkpoints directory of checkpoints; a relative one is resolved against the run's own
 * @param timeZone of times that are logged without a zone
 * @param fields keys of the log to aliases of the signals that they mean
 * @param gpus indexes or UUIDs of the GPUs that the run uses
 * @param cost prices, number of GPUs and size of the model
 */
public record RunRule(
    Glob match,
    Optional<Long> totalSteps,
    Optional<Long> warmupSteps,
    Optional<Double> maxLearningRate,
    Optional<Path> checkpoints,
    Optional<ZoneId> timeZone,
    Map<String, String> fields,
    List<String> gpus,
    CostRule cost) {

  public RunRule {
    fields = Map.copyOf(fields);
    gpus = List.copyOf(gpus);
  }

  /** A rule that matches every run and sets its schedule only. */
  public static RunRule schedule(long warmupSteps, double maxLearningRate) {
    return schedule("**", warmupSteps, maxLearningRate);
  }

  /**
   * A rule that sets the schedule only.
   *
   * @param match glob of the runs' names
   */
  public static RunRule schedule(String match, long warmupSteps, double maxLearningRate) {
    return new RunRule(
        new Glob(match),
        Optional.empty(),
        Optional.of(warmupSteps),
        Optional.of(maxLearningRate),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        CostRule.NONE);
  }

  /** A rule that matches every run and says nothing of it. */
  public static RunRule empty() {
    return new RunRule(
        new Glob("**"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of(),
        CostRule.NONE);
  }

  /** The same rule with that cost. */
  public RunRule with(CostRule newCost) {
    return new RunRule(
        match,
        totalSteps,
        warmupSteps,
        maxLearningRate,
        checkpoints,
        timeZone,
        fields,
        gpus,
        newCost);
  }

  public boolean matches(String run) {
    return match.matches(run);
  }
}
