package org.trainingexporter.http.api.answer;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.plots.Plots;
import org.trainingexporter.run.RunSnapshot;

/**
 * What the replies are made from. The suppliers are called on any thread and must not block.
 *
 * @param gpus the latest reading of the GPUs; empty if none are monitored
 */
public record ApiContext(
    Supplier<List<RunSnapshot>> runs,
    Supplier<Optional<GpuSnapshot>> gpus,
    Plots plots,
    About about,
    InstantSource clock) {
  private static final Comparator<RunSnapshot> BY_UPDATE =
      Comparator.comparingDouble(
          run -> Double.isNaN(run.times().newest()) ? 0 : run.times().newest());

  /** Seconds since 1970. */
  public double now() {
    return clock.millis() / 1e3;
  }

  /** All runs, the one that was updated last first. */
  public List<RunSnapshot> newestFirst() {
    return runs.get().stream().sorted(BY_UPDATE.reversed()).toList();
  }

  /**
   * The run of that name, or the one that was updated last if no name is given.
   *
   * @throws Problem if there is no such run
   */
  public RunSnapshot run(Optional<String> name) throws Problem {
    List<RunSnapshot> all = newestFirst();
    return all.stream()
        .filter(run -> name.isEmpty() || run.identity().name().equals(name.get()))
        .findFirst()
        .orElseThrow(
            () ->
                Problem.noRun(
                    name.orElse(""), all.stream().map(run -> run.identity().name()).toList()));
  }
}
