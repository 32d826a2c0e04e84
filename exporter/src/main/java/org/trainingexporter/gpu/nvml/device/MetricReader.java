package org.trainingexporter.gpu.nvml.device;

import java.util.OptionalDouble;
import org.trainingexporter.gpu.nvml.device.Device.UintCall;
import org.trainingexporter.gpu.nvml.device.Device.UintOfCall;
import org.trainingexporter.gpu.nvml.device.Device.UlongCall;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/**
 * Reads a metric of a card, or several that come from one call. A {@code factor} converts to base
 * units.
 */
public interface MetricReader {
  void read(Device device, GpuValues out);

  /** A call that returns a 32-bit number. */
  static MetricReader uint(GpuMetric metric, double factor, UintCall call) {
    return (device, out) -> add(out, metric, factor, device.uint(call));
  }

  /** A call that returns a 64-bit number. */
  static MetricReader ulong(GpuMetric metric, double factor, UlongCall call) {
    return (device, out) -> add(out, metric, factor, device.ulong(call));
  }

  /** A call that takes a number 0, 1, …; the labels name what each number stands for. */
  static MetricReader each(GpuMetric metric, double factor, UintOfCall call, String... labels) {
    return (device, out) -> {
      for (int i = 0; i < labels.length; i++) {
        add(out, metric, factor, device.uint(i, call), labels[i]);
      }
    };
  }

  /** Adds the value, if there is one. */
  static void add(
      GpuValues out, GpuMetric metric, double factor, OptionalDouble value, String... labels) {
    if (value.isPresent()) {
      out.add(metric, value.getAsDouble() * factor, labels);
    }
  }
}
