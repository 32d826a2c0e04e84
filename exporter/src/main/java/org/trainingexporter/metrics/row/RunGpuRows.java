package org.trainingexporter.metrics.row;

import static org.trainingexporter.metrics.sample.Metric.counter;
import static org.trainingexporter.metrics.sample.Metric.gauge;

import java.util.List;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.metrics.sample.Metric;

/**
 * The GPUs that work for each run. Read from a reading of the GPUs, not from the run; the class is
 * loaded only where GPUs are read.
 */
public final class RunGpuRows {
  private static final List<String> RUN = List.of("run");

  public static final List<Metric<GpuSnapshot>> ALL =
      List.of(
          gauge(
              "training_run_gpu_info",
              "A card that works for the run; always 1.",
              List.of("run", "gpu", "uuid"),
              (s, out) ->
                  s.runGpus()
                      .forEach(j -> out.add(1, j.run(), Integer.toString(j.gpu()), j.uuid()))),
          gauge(
              "training_gpus",
              "Cards that work for the run now.",
              RUN,
              (s, out) -> s.runUses().forEach(use -> out.add(use.gpus(), use.run()))),
          counter(
              "training_energy_joules_total",
              "Energy of the run's cards while they worked for it; runs that share a card get equal parts.",
              RUN,
              (s, out) -> s.runUses().forEach(use -> out.add(use.joules(), use.run()))),
          gauge(
              "training_energy_per_million_tokens_joules",
              "Energy of the run's cards for a million tokens, since they were first joined.",
              RUN,
              (s, out) ->
                  s.runUses().forEach(use -> out.add(use.joulesPerMillionTokens(), use.run()))));

  private RunGpuRows() {}
}
