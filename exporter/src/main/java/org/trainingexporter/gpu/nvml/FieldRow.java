package org.trainingexporter.gpu.nvml;

import static org.trainingexporter.gpu.GpuMetric.NVLINK_BYTES;
import static org.trainingexporter.gpu.GpuMetric.NVLINK_ERRORS;
import static org.trainingexporter.gpu.GpuMetric.TEMPERATURE;
import static org.trainingexporter.gpu.GpuMetric.THROTTLED_SECONDS;

import java.util.List;
import org.trainingexporter.gpu.GpuMetric;
import org.trainingexporter.gpu.GpuValues;

/** Everything that NVML tells by the number of a field ({@code NVML_FI_DEV_…}), in one call. */
final class FieldRow implements Row {
  private record Field(int id, int scope, GpuMetric metric, double factor, String label) {}

  private static final int WHOLE = 0;
  private static final int ALL_LINKS = -1;
  private static final double KIBI = 1024;
  private static final double NANO = 1e-9;

  private static final List<Field> FIELDS =
      List.of(
          new Field(82, WHOLE, TEMPERATURE, 1, "memory"),
          new Field(74, WHOLE, THROTTLED_SECONDS, NANO, "sw_power_cap"),
          new Field(75, WHOLE, THROTTLED_SECONDS, NANO, "thermal"),
          new Field(76, WHOLE, THROTTLED_SECONDS, NANO, "sync_boost"),
          new Field(77, WHOLE, THROTTLED_SECONDS, NANO, "board_limit"),
          new Field(79, WHOLE, THROTTLED_SECONDS, NANO, "reliability"),
          new Field(269, WHOLE, THROTTLED_SECONDS, NANO, "sw_thermal_slowdown"),
          new Field(270, WHOLE, THROTTLED_SECONDS, NANO, "hw_thermal_slowdown"),
          new Field(271, WHOLE, THROTTLED_SECONDS, NANO, "hw_power_brake_slowdown"),
          new Field(138, ALL_LINKS, NVLINK_BYTES, KIBI, "transmit"),
          new Field(139, ALL_LINKS, NVLINK_BYTES, KIBI, "receive"),
          new Field(38, WHOLE, NVLINK_ERRORS, 1, "crc_flit"),
          new Field(45, WHOLE, NVLINK_ERRORS, 1, "crc_data"),
          new Field(52, WHOLE, NVLINK_ERRORS, 1, "replay"),
          new Field(59, WHOLE, NVLINK_ERRORS, 1, "recovery"));

  private final FieldValues values = new FieldValues(FIELDS.size());

  FieldRow() {
    for (int i = 0; i < FIELDS.size(); i++) {
      values.ask(i, FIELDS.get(i).id(), FIELDS.get(i).scope());
    }
  }

  @Override
  public void read(Device device, GpuValues out) {
    if (!values.read(device)) {
      return;
    }
    for (int i = 0; i < FIELDS.size(); i++) {
      Field field = FIELDS.get(i);
      Row.add(out, field.metric(), field.factor(), values.value(i), field.label());
    }
  }
}
