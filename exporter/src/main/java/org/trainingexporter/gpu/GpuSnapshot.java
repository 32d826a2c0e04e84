package org.trainingexporter.gpu;

import java.time.Instant;
import java.util.List;
import org.trainingexporter.gpu.join.RunGpu;
import org.trainingexporter.gpu.join.RunGpuUsage;
import org.trainingexporter.gpu.reading.Gpu;

/**
 * One reading of the cards. Immutable.
 *
 * @param at wall time of the end of the reading
 * @param runGpus which cards work for which runs
 * @param runUses what each run has used, by name of the run
 */
public record GpuSnapshot(
    Instant at, GpuHealth health, List<Gpu> gpus, List<RunGpu> runGpus, List<RunGpuUsage> runUses) {
  public GpuSnapshot {
    gpus = List.copyOf(gpus);
    runGpus = List.copyOf(runGpus);
    runUses = List.copyOf(runUses);
  }

  static GpuSnapshot withoutCards(Instant at, GpuHealth health) {
    return new GpuSnapshot(at, health, List.of(), List.of(), List.of());
  }

  GpuSnapshot with(GpuHealth newHealth) {
    return new GpuSnapshot(at, newHealth, gpus, runGpus, runUses);
  }
}
