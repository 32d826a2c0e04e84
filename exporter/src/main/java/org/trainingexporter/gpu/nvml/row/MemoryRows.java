package org.trainingexporter.gpu.nvml.row;

import static org.trainingexporter.gpu.reading.GpuMetric.ECC_ERRORS;
import static org.trainingexporter.gpu.reading.GpuMetric.MEMORY_FREE;
import static org.trainingexporter.gpu.reading.GpuMetric.MEMORY_RESERVED;
import static org.trainingexporter.gpu.reading.GpuMetric.MEMORY_TOTAL;
import static org.trainingexporter.gpu.reading.GpuMetric.MEMORY_USED;
import static org.trainingexporter.gpu.reading.GpuMetric.REMAPPED_ROWS;
import static org.trainingexporter.gpu.reading.GpuMetric.REMAPPED_ROWS_FAILED;
import static org.trainingexporter.gpu.reading.GpuMetric.REMAPPED_ROWS_PENDING;
import static org.trainingexporter.gpu.reading.GpuMetric.RETIRED_PAGES;

import com.sun.jna.ptr.IntByReference;
import java.util.List;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.MemoryV1;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.MemoryV2;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.reading.GpuValues;

/** Device memory: its use and its errors. */
final class MemoryRows {
  private static final List<String> SEVERITIES = List.of("corrected", "uncorrected");
  private static final List<String> LIFETIMES = List.of("volatile", "aggregate");
  private static final List<String> RETIREMENTS = List.of("single_bit", "double_bit");

  private MemoryRows() {}

  /** Drivers before 510 count reserved memory as used. */
  static void memory(Device device, GpuValues out) {
    MemoryV2 memory = new MemoryV2();
    if (NvmlCode.ok(device.nvml().nvmlDeviceGetMemoryInfo_v2(device.handle(), memory))) {
      out.add(MEMORY_RESERVED, Device.ulong(memory.reserved));
      add(out, memory.used, memory.free, memory.total);
      return;
    }
    MemoryV1 older = new MemoryV1();
    if (NvmlCode.ok(device.nvml().nvmlDeviceGetMemoryInfo(device.handle(), older))) {
      add(out, older.used, older.free, older.total);
    }
  }

  private static void add(GpuValues out, long used, long free, long total) {
    out.add(MEMORY_USED, Device.ulong(used));
    out.add(MEMORY_FREE, Device.ulong(free));
    out.add(MEMORY_TOTAL, Device.ulong(total));
  }

  static void eccErrors(Device device, GpuValues out) {
    for (int severity = 0; severity < SEVERITIES.size(); severity++) {
      for (int life = 0; life < LIFETIMES.size(); life++) {
        int s = severity;
        int l = life;
        out.add(
            ECC_ERRORS,
            device.ulong((n, d, count) -> n.nvmlDeviceGetTotalEccErrors(d, s, l, count)),
            SEVERITIES.get(s),
            LIFETIMES.get(l));
      }
    }
  }

  static void remappedRows(Device device, GpuValues out) {
    IntByReference corrected = new IntByReference();
    IntByReference uncorrected = new IntByReference();
    IntByReference pending = new IntByReference();
    IntByReference failed = new IntByReference();
    int code =
        device
            .nvml()
            .nvmlDeviceGetRemappedRows(device.handle(), corrected, uncorrected, pending, failed);
    if (NvmlCode.ok(code)) {
      out.add(REMAPPED_ROWS, Device.uint(corrected.getValue()), "corrected");
      out.add(REMAPPED_ROWS, Device.uint(uncorrected.getValue()), "uncorrected");
      out.add(REMAPPED_ROWS_PENDING, pending.getValue() == 0 ? 0 : 1);
      out.add(REMAPPED_ROWS_FAILED, failed.getValue() == 0 ? 0 : 1);
    }
  }

  /** Called without a buffer for addresses, NVML returns how many there are. */
  static void retiredPages(Device device, GpuValues out) {
    for (int cause = 0; cause < RETIREMENTS.size(); cause++) {
      IntByReference count = new IntByReference(0);
      int code = device.nvml().nvmlDeviceGetRetiredPages(device.handle(), cause, count, null);
      if (code == NvmlCode.INSUFFICIENT_SIZE || NvmlCode.ok(code)) {
        out.add(RETIRED_PAGES, Device.uint(count.getValue()), RETIREMENTS.get(cause));
      }
    }
  }
}
