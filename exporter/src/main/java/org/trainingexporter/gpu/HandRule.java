package org.trainingexporter.gpu;

import java.util.List;
import java.util.function.Predicate;

/** Cards, by index or UUID, that work for the runs whose name passes. */
public record HandRule(Predicate<String> run, List<String> gpus) {
  public HandRule {
    gpus = List.copyOf(gpus);
  }

  boolean names(Gpu gpu) {
    return gpus.contains(gpu.uuid()) || gpus.contains(Integer.toString(gpu.index()));
  }
}
