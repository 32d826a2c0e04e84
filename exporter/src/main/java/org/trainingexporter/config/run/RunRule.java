package org.trainingexporter.config.run;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.value.Glob;

/**
 * What the user knows about some runs that their logs do not say: an entry of {@code runs:}.
 *
 * @param match for the run's name
 * @param checkpoints a directory, a relative one seen from the run's own
 * @param timeZone of times that are logged without one
 * @param fields a key of the log to the signal that it means
 * @param gpus indexes or UUIDs of the cards that work for it
 */
public record RunRule(
    Glob match,
    Optional<Long> totalSteps,
    Optional<Long> warmupSteps,
    Optional<Double> maxLearningRate,
    Optional<Path> checkpoints,
    Optional<ZoneId> timeZone,
    Map<String, String> fields,
    List<String> gpus) {

  public RunRule {
    fields = Map.copyOf(fields);
    gpus = List.copyOf(gpus);
  }

  /** The same schedule for every run, and nothing else. */
  public static RunRule schedule(long warmupSteps, double maxLearningRate) {
    return new RunRule(
        new Glob("**"),
        Optional.empty(),
        Optional.of(warmupSteps),
        Optional.of(maxLearningRate),
        Optional.empty(),
        Optional.empty(),
        Map.of(),
        List.of());
  }

  public boolean matches(String run) {
    return match.matches(run);
  }
}
