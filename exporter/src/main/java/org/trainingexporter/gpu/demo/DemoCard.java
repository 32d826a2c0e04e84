package org.trainingexporter.gpu.demo;

import java.util.List;
import java.util.Optional;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;
import org.trainingexporter.process.WatchedRun;

/**
 * One card of the demo. The last card is split into two MIG devices and therefore has no
 * utilization. One thread.
 */
final class DemoCard {
  private static final double GIB = 1L << 30;
  private static final double MHZ = 1e6;
  private static final int MIG_CARD = DemoAssignment.CARDS - 1;
  private static final List<String> REASONS =
      List.of(
          "sw_power_cap",
          "hw_slowdown",
          "sync_boost",
          "sw_thermal_slowdown",
          "hw_thermal_slowdown",
          "hw_power_brake_slowdown");

  private final int index;
  private final String uuid;
  private final DemoMeter energy = new DemoMeter();
  private final DemoMeter nvlink = new DemoMeter();
  private double start = Double.NaN;

  DemoCard(int index) {
    this.index = index;
    this.uuid = "GPU-demo0000-0000-0000-0000-00000000000" + index;
  }

  int index() {
    return index;
  }

  Gpu read(Optional<WatchedRun> run, double now) {
    start = Double.isNaN(start) ? now : start;
    boolean busy = run.isPresent() && !run.get().state().equals("stalled");
    GpuValues out = new GpuValues();
    String bus = "00000000:%02X:00.0".formatted(0x18 + index);
    out.add(GpuMetric.INFO, 1, "Demo H100", "570.0", "12.8", bus, "hopper", "96.00.00.00.00");
    activity(out, busy, now);
    memory(out, run.isPresent());
    power(out, busy, now);
    clocks(out, busy, DemoFaults.hot(index, now));
    health(out, now);
    links(out, busy, now);
    if (index == MIG_CARD) {
      mig(out, run.isPresent());
    }
    return out.toGpu(index, uuid);
  }

  /** A wave from -1 to 1; each card is an eighth of the period ahead of the one before. */
  private double wave(double period, double now) {
    return StrictMath.sin(2 * Math.PI * (now % period / period + index / 8.0));
  }

  private void activity(GpuValues out, boolean busy, double now) {
    if (index != MIG_CARD) {
      double load = busy ? 0.94 + 0.05 * wave(60, now) : 0;
      out.add(GpuMetric.UTILIZATION, load);
      out.add(GpuMetric.MEMORY_UTILIZATION, 0.6 * load);
      out.add(GpuMetric.SM_ACTIVE, 0.93 * load);
      out.add(GpuMetric.SM_OCCUPANCY, 0.45 * load);
      out.add(GpuMetric.TENSOR_ACTIVE, 0.5 * load);
      out.add(GpuMetric.DRAM_ACTIVE, 0.58 * load);
    }
  }

  private void memory(GpuValues out, boolean assigned) {
    double used = (assigned ? 68 + index / 4.0 : 0) * GIB;
    double reserved = GIB / 2;
    double total = 80 * GIB;
    out.add(GpuMetric.MEMORY_USED, used);
    out.add(GpuMetric.MEMORY_RESERVED, reserved);
    out.add(GpuMetric.MEMORY_FREE, total - used - reserved);
    out.add(GpuMetric.MEMORY_TOTAL, total);
    if (assigned) {
      long pid = 4200L + index;
      out.addProcess(pid);
      out.add(GpuMetric.PROCESS_MEMORY, used, Long.toString(pid), "python3");
    }
  }

  private void power(GpuValues out, boolean busy, double now) {
    boolean hot = DemoFaults.hot(index, now);
    double watts = busy ? 610 + 60 * wave(60, now) : 72 + index;
    double celsius = busy ? 62 + 4 * wave(600, now) : 34 + index % 3;
    out.add(GpuMetric.POWER, hot ? Math.min(watts, 450) : watts);
    out.add(GpuMetric.POWER_LIMIT, 700);
    out.add(GpuMetric.ENERGY, energy.read(hot ? Math.min(watts, 450) : watts, now));
    out.add(GpuMetric.TEMPERATURE, hot ? 87 : celsius, "gpu");
    out.add(GpuMetric.TEMPERATURE, (hot ? 87 : celsius) + 9, "memory");
    out.add(GpuMetric.TEMPERATURE_LIMIT, 92, "shutdown");
    out.add(GpuMetric.TEMPERATURE_LIMIT, 89, "slowdown");
    out.add(GpuMetric.TEMPERATURE_LIMIT, 95, "memory");
    out.add(GpuMetric.TEMPERATURE_LIMIT, 87, "gpu");
    out.add(GpuMetric.FAN_SPEED, hot ? 1 : busy ? 0.62 : 0.3);
  }

  private static void clocks(GpuValues out, boolean busy, boolean hot) {
    double chip = !busy ? 345 : hot ? 1305 : 1755;
    out.add(GpuMetric.CLOCK, chip * MHZ, "graphics");
    out.add(GpuMetric.CLOCK, chip * MHZ, "sm");
    out.add(GpuMetric.CLOCK, 2619 * MHZ, "memory");
    out.add(GpuMetric.CLOCK, (busy ? 1365 : 765) * MHZ, "video");
    out.add(GpuMetric.CLOCK_MAX, 1980 * MHZ, "graphics");
    out.add(GpuMetric.CLOCK_MAX, 1980 * MHZ, "sm");
    out.add(GpuMetric.CLOCK_MAX, 2619 * MHZ, "memory");
    out.add(GpuMetric.CLOCK_MAX, 1545 * MHZ, "video");
    out.add(GpuMetric.PERFORMANCE_STATE, busy ? 0 : 8);
  }

  private void health(GpuValues out, double now) {
    for (String reason : REASONS) {
      boolean thermal = reason.equals("sw_thermal_slowdown");
      out.add(GpuMetric.THROTTLED, thermal && DemoFaults.hot(index, now) ? 1 : 0, reason);
      out.add(
          GpuMetric.THROTTLED_SECONDS,
          thermal ? DemoFaults.hotSeconds(index, start, now) : 0,
          reason);
    }
    boolean worn = index == DemoFaults.XID_CARD;
    for (String lifetime : List.of("volatile", "aggregate")) {
      out.add(GpuMetric.ECC_ERRORS, worn ? 1 : 0, "corrected", lifetime);
      out.add(GpuMetric.ECC_ERRORS, 0, "uncorrected", lifetime);
    }
    out.add(GpuMetric.REMAPPED_ROWS, worn ? 1 : 0, "corrected");
    out.add(GpuMetric.REMAPPED_ROWS, 0, "uncorrected");
    out.add(GpuMetric.REMAPPED_ROWS_PENDING, 0);
    out.add(GpuMetric.REMAPPED_ROWS_FAILED, 0);
    out.add(GpuMetric.RETIRED_PAGES, 0, "single_bit");
    out.add(GpuMetric.RETIRED_PAGES, 0, "double_bit");
    if (worn) {
      out.add(GpuMetric.XID_ERRORS, DemoFaults.xids(start, now), DemoFaults.XID);
      out.add(GpuMetric.XID_LAST_TIMESTAMP, DemoFaults.lastXid(now), DemoFaults.XID);
    }
  }

  private void links(GpuValues out, boolean busy, double now) {
    out.add(GpuMetric.PCIE_LINK_GENERATION, 5);
    out.add(GpuMetric.PCIE_LINK_WIDTH, 16);
    out.add(GpuMetric.PCIE_REPLAYS, index);
    double bytes = nvlink.read(busy ? 90e9 : 0, now);
    out.add(GpuMetric.NVLINK_BYTES, bytes, "transmit");
    out.add(GpuMetric.NVLINK_BYTES, bytes, "receive");
    for (String kind : List.of("crc_flit", "crc_data", "replay", "recovery")) {
      out.add(GpuMetric.NVLINK_ERRORS, 0, kind);
    }
  }

  private static void mig(GpuValues out, boolean assigned) {
    for (String instance : List.of("1", "2")) {
      out.add(GpuMetric.MIG_INFO, 1, instance, "0", "3g.40gb", "MIG-demo-" + instance);
      out.add(GpuMetric.MIG_MEMORY_USED, assigned ? 34 * GIB : 0, instance, "0");
      out.add(GpuMetric.MIG_MEMORY_TOTAL, 40 * GIB, instance, "0");
    }
  }
}
