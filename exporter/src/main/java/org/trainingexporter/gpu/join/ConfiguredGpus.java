package org.trainingexporter.gpu.join;

import java.util.List;
import java.util.function.Predicate;
import org.trainingexporter.gpu.reading.Gpu;

/**
 * Cards that the configuration assigns to runs.
 *
 * @param run whether a run of that name is meant
 * @param gpus cards by index or UUID
 */
public record ConfiguredGpus(Predicate<String> run, List<String> gpus) {
  public ConfiguredGpus {
    gpus = List.copyOf(gpus);
  }

  boolean names(Gpu gpu) {
    return gpus.contains(gpu.uuid()) || gpus.contains(Integer.toString(gpu.index()));
  }
}
