package org.trainingexporter.gpu.nvml.row;

import com.sun.jna.ptr.IntByReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.PciInfo;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** The card's names, read once while the driver is loaded. An unknown name is an empty label. */
final class InfoRow implements MetricReader {
  private static final int VERSION_TEXT = 80;
  private static final List<String> ARCHITECTURES =
      List.of(
          "",
          "",
          "kepler",
          "maxwell",
          "pascal",
          "volta",
          "turing",
          "ampere",
          "ada",
          "hopper",
          "blackwell",
          "",
          "",
          "rubin");

  private final Map<String, String[]> known = new HashMap<>();

  @Override
  public void read(Device device, GpuValues out) {
    out.add(GpuMetric.INFO, 1, known.computeIfAbsent(device.uuid(), uuid -> ask(device)));
  }

  private static String[] ask(Device device) {
    return new String[] {
      device.text(Nvml::nvmlDeviceGetName).orElse(""),
      Device.text(b -> device.nvml().nvmlSystemGetDriverVersion(b, VERSION_TEXT), VERSION_TEXT)
          .orElse(""),
      cudaVersion(device.nvml()),
      busId(device),
      architecture(device),
      device.text(Nvml::nvmlDeviceGetVbiosVersion).orElse("")
    };
  }

  /** 12040 is 12.4. */
  private static String cudaVersion(Nvml nvml) {
    IntByReference version = new IntByReference();
    if (!NvmlCode.ok(nvml.nvmlSystemGetCudaDriverVersion_v2(version))) {
      return "";
    }
    return version.getValue() / 1000 + "." + version.getValue() % 1000 / 10;
  }

  private static String busId(Device device) {
    PciInfo info = new PciInfo();
    int code = device.nvml().nvmlDeviceGetPciInfo_v3(device.handle(), info);
    if (code == NvmlCode.FUNCTION_NOT_FOUND) {
      code = device.nvml().nvmlDeviceGetPciInfo_v2(device.handle(), info);
      return NvmlCode.ok(code) ? Device.text(info.busIdLegacy) : "";
    }
    return NvmlCode.ok(code) ? Device.text(info.busId) : "";
  }

  private static String architecture(Device device) {
    int number = (int) device.uint(Nvml::nvmlDeviceGetArchitecture).orElse(0);
    return number < ARCHITECTURES.size() ? ARCHITECTURES.get(number) : "";
  }
}
