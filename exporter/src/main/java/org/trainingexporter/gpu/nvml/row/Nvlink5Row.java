package org.trainingexporter.gpu.nvml.row;

import static org.trainingexporter.gpu.reading.GpuMetric.NVLINK_BYTES;
import static org.trainingexporter.gpu.reading.GpuMetric.NVLINK_ERRORS;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.FieldValues;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** NVLink 5 (Blackwell) counts by link: their sum, if {@link FieldRow} found no total. */
final class Nvlink5Row implements MetricReader {
  private record Counter(int field, GpuMetric metric, String label) {}

  private static final int LINKS = 18;
  private static final List<Counter> COUNTERS =
      List.of(
          new Counter(202, NVLINK_BYTES, "transmit"),
          new Counter(204, NVLINK_BYTES, "receive"),
          new Counter(208, NVLINK_ERRORS, "receive"),
          new Counter(215, NVLINK_ERRORS, "recovery"));

  private final FieldValues values = new FieldValues(COUNTERS.size() * LINKS);
  private final Set<String> without = new HashSet<>();

  Nvlink5Row() {
    for (int i = 0; i < COUNTERS.size() * LINKS; i++) {
      values.request(i, COUNTERS.get(i / LINKS).field(), i % LINKS);
    }
  }

  @Override
  public void read(Device device, GpuValues out) {
    if (out.has(NVLINK_BYTES) || without.contains(device.uuid())) {
      return;
    }
    if (values.read(device)) {
      COUNTERS.forEach(c -> out.add(c.metric(), sum(c), c.label()));
    }
    if (!out.has(NVLINK_BYTES)) {
      without.add(device.uuid());
    }
  }

  private OptionalDouble sum(Counter counter) {
    double sum = 0;
    boolean any = false;
    int first = COUNTERS.indexOf(counter) * LINKS;
    for (int i = first; i < first + LINKS; i++) {
      OptionalDouble value = values.value(i);
      any |= value.isPresent();
      sum += value.orElse(0);
    }
    return any ? OptionalDouble.of(sum) : OptionalDouble.empty();
  }
}
