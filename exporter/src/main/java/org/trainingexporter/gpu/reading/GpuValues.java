package org.trainingexporter.gpu.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** Collects the reading of one card. Absent values are skipped. One thread. */
public final class GpuValues {
  private final List<GpuValue> values = new ArrayList<>();
  private final Set<Long> processes = new TreeSet<>();

  public void add(GpuMetric metric, double value, String... labels) {
    values.add(new GpuValue(metric, List.of(labels), value));
  }

  public void add(GpuMetric metric, OptionalDouble value, String... labels) {
    if (value.isPresent()) {
      add(metric, value.getAsDouble(), labels);
    }
  }

  public boolean has(GpuMetric metric) {
    return values.stream().anyMatch(v -> v.metric() == metric);
  }

  public void addProcess(long pid) {
    processes.add(pid);
  }

  public Gpu toGpu(int index, String uuid) {
    return new Gpu(index, uuid, values, processes);
  }
}
