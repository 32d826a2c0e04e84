package org.trainingexporter.gpu.nvml.row;

import static org.trainingexporter.gpu.reading.GpuMetric.NVLINK_BYTES;
import static org.trainingexporter.gpu.reading.GpuMetric.NVLINK_ERRORS;
import static org.trainingexporter.gpu.reading.GpuMetric.TEMPERATURE;
import static org.trainingexporter.gpu.reading.GpuMetric.THROTTLED_SECONDS;

import java.util.List;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.FieldValues;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** All values that NVML offers by field number ({@code NVML_FI_DEV_…}), read in one call. */
final class FieldRow implements MetricReader {
  private record NvmlField(int id, int scope, GpuMetric metric, double factor, String label) {}

  private static final int WHOLE = 0;
  private static final int ALL_LINKS = -1;
  private static final double KIBI = 1024;
  private static final double NANO = 1e-9;

  private static final List<NvmlField> FIELDS =
      List.of(
          new NvmlField(82, WHOLE, TEMPERATURE, 1, "memory"),
          new NvmlField(74, WHOLE, THROTTLED_SECONDS, NANO, "sw_power_cap"),
          new NvmlField(75, WHOLE, THROTTLED_SECONDS, NANO, "thermal"),
          new NvmlField(76, WHOLE, THROTTLED_SECONDS, NANO, "sync_boost"),
          new NvmlField(77, WHOLE, THROTTLED_SECONDS, NANO, "board_limit"),
          new NvmlField(79, WHOLE, THROTTLED_SECONDS, NANO, "reliability"),
          new NvmlField(269, WHOLE, THROTTLED_SECONDS, NANO, "sw_thermal_slowdown"),
          new NvmlField(270, WHOLE, THROTTLED_SECONDS, NANO, "hw_thermal_slowdown"),
          new NvmlField(271, WHOLE, THROTTLED_SECONDS, NANO, "hw_power_brake_slowdown"),
          new NvmlField(138, ALL_LINKS, NVLINK_BYTES, KIBI, "transmit"),
          new NvmlField(139, ALL_LINKS, NVLINK_BYTES, KIBI, "receive"),
          new NvmlField(38, WHOLE, NVLINK_ERRORS, 1, "crc_flit"),
          new NvmlField(45, WHOLE, NVLINK_ERRORS, 1, "crc_data"),
          new NvmlField(52, WHOLE, NVLINK_ERRORS, 1, "replay"),
          new NvmlField(59, WHOLE, NVLINK_ERRORS, 1, "recovery"));

  private final FieldValues values = new FieldValues(FIELDS.size());

  FieldRow() {
    for (int i = 0; i < FIELDS.size(); i++) {
      values.request(i, FIELDS.get(i).id(), FIELDS.get(i).scope());
    }
  }

  @Override
  public void read(Device device, GpuValues out) {
    if (!values.read(device)) {
      return;
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      NvmlField field = FIELDS.get(i);
      MetricReader.add(out, field.metric(), field.factor(), values.value(i), field.label());
    }
  }
}
