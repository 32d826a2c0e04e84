package org.trainingexporter.gpu.join;

import java.util.List;
import java.util.function.Predicate;
import org.trainingexporter.gpu.reading.Gpu;

/** Cards, by index or UUID, that work for the runs whose name passes. */
public record ConfiguredGpus(Predicate<String> run, List<String> gpus) {
  public ConfiguredGpus {
    gpus = List.copyOf(gpus);
  }

  boolean names(Gpu gpu) {
    return gpus.contains(gpu.uuid()) || gpus.contains(Integer.toString(gpu.index()));
  }
}
