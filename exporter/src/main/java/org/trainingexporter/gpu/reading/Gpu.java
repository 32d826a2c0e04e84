package org.trainingexporter.gpu.reading;

import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What one reading found of one card, and the processes that use it. Missing values are unknown.
 */
public record Gpu(int index, String uuid, List<GpuValue> values, Set<Long> processes) {
  public Gpu {
    values = List.copyOf(values);
    processes = Set.copyOf(processes);
  }

  /** The value of a metric under exactly these labels (without {@code gpu} and {@code uuid}). */
  public OptionalDouble value(GpuMetric metric, String... labels) {
    List<String> wanted = List.of(labels);
    return values.stream()
        .filter(v -> v.metric() == metric && v.labels().equals(wanted))
        .mapToDouble(GpuValue::value)
        .findFirst();
  }
}
