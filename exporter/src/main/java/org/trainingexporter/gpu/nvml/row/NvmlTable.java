package org.trainingexporter.gpu.nvml.row;

import static org.trainingexporter.gpu.nvml.device.MetricReader.each;
import static org.trainingexporter.gpu.nvml.device.MetricReader.uint;
import static org.trainingexporter.gpu.nvml.device.MetricReader.ulong;
import static org.trainingexporter.gpu.reading.GpuMetric.CLOCK;
import static org.trainingexporter.gpu.reading.GpuMetric.CLOCK_MAX;
import static org.trainingexporter.gpu.reading.GpuMetric.ENERGY;
import static org.trainingexporter.gpu.reading.GpuMetric.FAN_SPEED;
import static org.trainingexporter.gpu.reading.GpuMetric.MEMORY_UTILIZATION;
import static org.trainingexporter.gpu.reading.GpuMetric.PCIE_LINK_GENERATION;
import static org.trainingexporter.gpu.reading.GpuMetric.PCIE_LINK_WIDTH;
import static org.trainingexporter.gpu.reading.GpuMetric.PCIE_REPLAYS;
import static org.trainingexporter.gpu.reading.GpuMetric.PCIE_THROUGHPUT;
import static org.trainingexporter.gpu.reading.GpuMetric.PERFORMANCE_STATE;
import static org.trainingexporter.gpu.reading.GpuMetric.POWER;
import static org.trainingexporter.gpu.reading.GpuMetric.POWER_LIMIT;
import static org.trainingexporter.gpu.reading.GpuMetric.TEMPERATURE_LIMIT;
import static org.trainingexporter.gpu.reading.GpuMetric.UTILIZATION;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.Utilization;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.nvml.device.XidLog;
import org.trainingexporter.gpu.reading.GpuValues;

/**
 * Every metric of a card and the call that it comes from. A new counter is one constant of {@code
 * GpuMetric}, one line here, and one row in {@code metrics/gpu} with its name and help.
 */
public final class NvmlTable {
  private static final double PERCENT = 0.01;
  private static final double MILLI = 1e-3;
  private static final double MEGA = 1e6;
  private static final double KILO = 1e3;
  private static final int SLOWEST_STATE = 15;

  private NvmlTable() {}

  /** The rows in the order in which they are read: some depend on earlier ones. */
  public static List<MetricReader> rows(boolean pcieThroughput, XidLog xids, GpmRow gpm) {
    String[] limits = {"shutdown", "slowdown", "memory", "gpu"};
    String[] clocks = {"graphics", "sm", "memory", "video"};
    List<MetricReader> rows =
        new ArrayList<>(
            List.of(
                new InfoRow(),
                NvmlTable::utilization,
                MemoryRows::memory,
                TemperatureRow::read,
                each(TEMPERATURE_LIMIT, 1, Nvml::nvmlDeviceGetTemperatureThreshold, limits),
                uint(POWER, MILLI, Nvml::nvmlDeviceGetPowerUsage),
                uint(POWER_LIMIT, MILLI, Nvml::nvmlDeviceGetEnforcedPowerLimit),
                ulong(ENERGY, MILLI, Nvml::nvmlDeviceGetTotalEnergyConsumption),
                each(CLOCK, MEGA, Nvml::nvmlDeviceGetClockInfo, clocks),
                each(CLOCK_MAX, MEGA, Nvml::nvmlDeviceGetMaxClockInfo, clocks),
                uint(FAN_SPEED, PERCENT, Nvml::nvmlDeviceGetFanSpeed),
                NvmlTable::performanceState,
                ThrottleRows::reasons,
                new FieldRow(),
                ThrottleRows::violations,
                MemoryRows::eccErrors,
                MemoryRows::remappedRows,
                MemoryRows::retiredPages,
                uint(PCIE_LINK_GENERATION, 1, Nvml::nvmlDeviceGetCurrPcieLinkGeneration),
                uint(PCIE_LINK_WIDTH, 1, Nvml::nvmlDeviceGetCurrPcieLinkWidth),
                uint(PCIE_REPLAYS, 1, Nvml::nvmlDeviceGetPcieReplayCounter),
                new Nvlink5Row(),
                new MigRow(),
                new ProcessRow(),
                gpm,
                xids));
    if (pcieThroughput) {
      rows.add(
          each(PCIE_THROUGHPUT, KILO, Nvml::nvmlDeviceGetPcieThroughput, "transmit", "receive"));
    }
    return rows;
  }

  private static void utilization(Device device, GpuValues out) {
    Utilization percent = new Utilization();
    if (NvmlCode.ok(device.nvml().nvmlDeviceGetUtilizationRates(device.handle(), percent))) {
      MetricReader.add(out, UTILIZATION, PERCENT, Device.uint(percent.gpu));
      MetricReader.add(out, MEMORY_UTILIZATION, PERCENT, Device.uint(percent.memory));
    }
  }

  /** NVML returns a state above 15 if it is unknown. */
  private static void performanceState(Device device, GpuValues out) {
    OptionalDouble state = device.uint(Nvml::nvmlDeviceGetPerformanceState);
    if (state.isPresent() && state.getAsDouble() <= SLOWEST_STATE) {
      out.add(PERFORMANCE_STATE, state);
    }
  }
}
