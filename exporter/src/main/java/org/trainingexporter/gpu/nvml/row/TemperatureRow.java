package org.trainingexporter.gpu.nvml.row;

import java.util.OptionalDouble;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.Temperature;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** The chip's temperature, by the newer call, which can return less than zero, else the older. */
final class TemperatureRow {
  private static final int CHIP = 0;

  private TemperatureRow() {}

  static void read(Device device, GpuValues out) {
    Temperature temperature = new Temperature();
    boolean known =
        NvmlCode.ok(device.nvml().nvmlDeviceGetTemperatureV(device.handle(), temperature));
    OptionalDouble celsius =
        known
            ? OptionalDouble.of(temperature.celsius)
            : device.uint(CHIP, Nvml::nvmlDeviceGetTemperature);
    out.add(GpuMetric.TEMPERATURE, celsius, "gpu");
  }
}
