package org.trainingexporter.gpu;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValue;

/**
 * Keeps counters from falling when the driver's own counter jumps back, as after a reset of the
 * card or a reload of the driver: the shown value continues from where it was. Not thread-safe.
 */
final class RisingCounters {
  private record CounterKey(String uuid, GpuMetric metric, List<String> labels) {}

  private record CounterState(double raw, double shown) {}

  private final Map<CounterKey, CounterState> states = new HashMap<>();

  List<Gpu> hold(List<Gpu> gpus) {
    return gpus.stream().map(this::hold).toList();
  }

  private Gpu hold(Gpu gpu) {
    List<GpuValue> held = gpu.values().stream().map(v -> hold(gpu.uuid(), v)).toList();
    return new Gpu(gpu.index(), gpu.uuid(), held, gpu.processes());
  }

  private GpuValue hold(String uuid, GpuValue value) {
    if (!value.metric().isCounter()) {
      return value;
    }
    CounterKey key = new CounterKey(uuid, value.metric(), value.labels());
    CounterState before = states.getOrDefault(key, new CounterState(value.value(), value.value()));
    double shown = before.shown() + Math.max(0, value.value() - before.raw());
    states.put(key, new CounterState(value.value(), shown));
    return new GpuValue(value.metric(), value.labels(), shown);
  }
}
