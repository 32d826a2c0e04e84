package org.trainingexporter.gpu.nvml;

import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlException;
import org.trainingexporter.gpu.nvml.binding.NvmlLibrary;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.nvml.device.XidLog;
import org.trainingexporter.gpu.nvml.row.GpmRow;
import org.trainingexporter.gpu.nvml.row.NvmlTable;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuUnavailableException;
import org.trainingexporter.gpu.reading.GpuValues;

/** NVML from its opening until the driver is gone. Reads every card, row by row. One thread. */
final class NvmlSession {
  private final NvmlLibrary library;
  private final Nvml nvml;
  private final GpmRow gpm = new GpmRow();
  private final XidWatch watch;
  private final List<MetricReader> rows;
  private final XidLog xids;
  private final Map<Integer, String> uuids = new HashMap<>();
  private final Map<Integer, String> unreadable = new HashMap<>();

  NvmlSession(NvmlLibrary library, boolean pcieThroughput, XidLog xids, InstantSource clock) {
    this.library = library;
    this.nvml = library.nvml();
    this.xids = xids;
    this.watch = new XidWatch(nvml, xids, clock);
    this.rows = NvmlTable.rows(pcieThroughput, xids, gpm);
  }

  /** Reads every card that responds; {@link #unreadable()} says why others do not. */
  List<Gpu> read() throws GpuUnavailableException {
    int count = count();
    unreadable.clear();
    List<Gpu> gpus = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      try {
        gpus.add(read(i));
      } catch (NvmlException e) {
        if (e.driverIsGone()) {
          throw e;
        }
        unreadable.put(i, e.getMessage());
        lost(i).ifPresent(gpus::add);
      }
    }
    return gpus;
  }

  /** Why the last reading left cards out, by index. */
  Map<Integer, String> unreadable() {
    return Map.copyOf(unreadable);
  }

  private Gpu read(int index) {
    Device device = Device.of(nvml, handle(index));
    uuids.put(index, device.uuid());
    watch.watch(device);
    GpuValues values = new GpuValues();
    rows.forEach(row -> row.read(device, values));
    return values.toGpu(index, device.uuid());
  }

  /** A lost card keeps only its XID errors, which say why it is lost. */
  private Optional<Gpu> lost(int index) {
    String uuid = uuids.getOrDefault(index, "");
    GpuValues values = new GpuValues();
    xids.read(uuid, values);
    return values.has(GpuMetric.XID_ERRORS)
        ? Optional.of(values.toGpu(index, uuid))
        : Optional.empty();
  }

  private int count() throws GpuUnavailableException {
    IntByReference count = new IntByReference();
    int code = nvml.nvmlDeviceGetCount_v2(count);
    if (code == NvmlCode.FUNCTION_NOT_FOUND) {
      code = nvml.nvmlDeviceGetCount(count);
    }
    if (!NvmlCode.ok(code)) {
      throw new GpuUnavailableException(NvmlCode.describe(code));
    }
    if (count.getValue() == 0) {
      throw new GpuUnavailableException("the NVIDIA driver lists no GPU");
    }
    return count.getValue();
  }

  private Pointer handle(int index) {
    PointerByReference handle = new PointerByReference();
    int code = nvml.nvmlDeviceGetHandleByIndex_v2(index, handle);
    if (code == NvmlCode.FUNCTION_NOT_FOUND) {
      code = nvml.nvmlDeviceGetHandleByIndex(index, handle);
    }
    if (!NvmlCode.ok(code)) {
      throw new NvmlException(code);
    }
    return handle.getValue();
  }

  /** Unloads the library, unless the event thread hangs in it: unloading would crash. */
  void close() {
    if (watch.end()) {
      gpm.free(nvml);
      library.close();
    }
  }
}
