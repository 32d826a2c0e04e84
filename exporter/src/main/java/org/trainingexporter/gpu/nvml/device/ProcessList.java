package org.trainingexporter.gpu.nvml.device;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.ProcessInfo;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.ProcessInfoV1;

/** Lists the processes of a device by the newest call that the driver has. One thread. */
public final class ProcessList {
  /** A process on one part of the card. Both instances are -1 for the whole card. */
  public record ProcessKey(long pid, int gpuInstance, int computeInstance) {}

  private interface Call {
    int call(Nvml nvml, Pointer device, IntByReference count, Pointer infos);
  }

  private record Version(Call call, boolean first) {}

  private static final List<Version> COMPUTE =
      List.of(
          new Version(Nvml::nvmlDeviceGetComputeRunningProcesses_v3, false),
          new Version(Nvml::nvmlDeviceGetComputeRunningProcesses_v2, false),
          new Version(Nvml::nvmlDeviceGetComputeRunningProcesses, true));
  private static final List<Version> GRAPHICS =
      List.of(
          new Version(Nvml::nvmlDeviceGetGraphicsRunningProcesses_v3, false),
          new Version(Nvml::nvmlDeviceGetGraphicsRunningProcesses_v2, false),
          new Version(Nvml::nvmlDeviceGetGraphicsRunningProcesses, true));

  private static final ProcessInfo INFO = new ProcessInfo();
  private static final int SIZE = INFO.size();
  private static final int FIRST_SIZE = new ProcessInfoV1().size();
  private static final int MEMORY = INFO.offset("memory");
  private static final int GPU_INSTANCE = INFO.offset("gpuInstance");
  private static final int COMPUTE_INSTANCE = INFO.offset("computeInstance");
  private static final int TRIES = 5;

  private Memory infos = new Memory(64L * SIZE);

  /** Adds the device's processes to the map. Memory that the driver does not know is empty. */
  public void collect(Device device, Map<ProcessKey, OptionalDouble> found) {
    collect(device, COMPUTE, found);
    collect(device, GRAPHICS, found);
  }

  private void collect(
      Device device, List<Version> versions, Map<ProcessKey, OptionalDouble> found) {
    for (Version version : versions) {
      IntByReference count = new IntByReference();
      int code = call(device, version, count);
      if (code != NvmlCode.FUNCTION_NOT_FOUND) {
        for (int i = 0; NvmlCode.ok(code) && i < count.getValue(); i++) {
          add(i, version.first(), found);
        }
        return;
      }
    }
  }

  /** The list can grow between two calls, so twice the reported size is allocated. */
  private int call(Device device, Version version, IntByReference count) {
    int code = NvmlCode.INSUFFICIENT_SIZE;
    for (int i = 0; i < TRIES && code == NvmlCode.INSUFFICIENT_SIZE; i++) {
      count.setValue((int) (infos.size() / SIZE));
      code = version.call().call(device.nvml(), device.handle(), count, infos);
      if (code == NvmlCode.INSUFFICIENT_SIZE) {
        infos = new Memory(Math.max(infos.size(), (long) count.getValue() * SIZE) * 2);
      }
    }
    return code;
  }

  private void add(int i, boolean first, Map<ProcessKey, OptionalDouble> found) {
    long at = (long) i * (first ? FIRST_SIZE : SIZE);
    ProcessKey key =
        new ProcessKey(
            Integer.toUnsignedLong(infos.getInt(at)),
            first ? -1 : infos.getInt(at + GPU_INSTANCE),
            first ? -1 : infos.getInt(at + COMPUTE_INSTANCE));
    OptionalDouble bytes = Device.ulong(infos.getLong(at + MEMORY));
    found.merge(key, bytes, (a, b) -> b.orElse(0) > a.orElse(0) ? b : a);
  }
}
