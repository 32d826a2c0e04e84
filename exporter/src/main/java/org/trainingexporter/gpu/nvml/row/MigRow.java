package org.trainingexporter.gpu.nvml.row;

import java.util.OptionalDouble;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.MemoryV1;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.nvml.device.Mig;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** The MIG devices of a card and their memory. */
final class MigRow implements MetricReader {
  private static final String PROFILE_MARK = " MIG ";

  @Override
  public void read(Device card, GpuValues out) {
    for (Device mig : Mig.devicesOf(card)) {
      OptionalDouble gpu = mig.uint(Nvml::nvmlDeviceGetGpuInstanceId);
      OptionalDouble compute = mig.uint(Nvml::nvmlDeviceGetComputeInstanceId);
      if (gpu.isPresent() && compute.isPresent()) {
        String gpuInstance = Long.toString((long) gpu.getAsDouble());
        String computeInstance = Long.toString((long) compute.getAsDouble());
        out.add(GpuMetric.MIG_INFO, 1, gpuInstance, computeInstance, profile(mig), mig.uuid());
        MemoryV1 memory = new MemoryV1();
        if (NvmlCode.ok(mig.nvml().nvmlDeviceGetMemoryInfo(mig.handle(), memory))) {
          out.add(
              GpuMetric.MIG_MEMORY_USED, Device.ulong(memory.used), gpuInstance, computeInstance);
          out.add(
              GpuMetric.MIG_MEMORY_TOTAL, Device.ulong(memory.total), gpuInstance, computeInstance);
        }
      }
    }
  }

  /** A MIG device is named by its card and its profile: "NVIDIA H100 80GB HBM3 MIG 1g.10gb". */
  private static String profile(Device mig) {
    String name = mig.text(Nvml::nvmlDeviceGetName).orElse("");
    int mark = name.lastIndexOf(PROFILE_MARK);
    return mark < 0 ? "" : name.substring(mark + PROFILE_MARK.length());
  }
}
