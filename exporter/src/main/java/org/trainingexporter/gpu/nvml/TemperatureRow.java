package org.trainingexporter.gpu.nvml;

import java.util.OptionalDouble;
import org.trainingexporter.gpu.GpuMetric;
import org.trainingexporter.gpu.GpuValues;
import org.trainingexporter.gpu.nvml.NvmlStructs.Temperature;

/** The temperature of the chip, by the newer call that can also be below zero, else the older. */
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
