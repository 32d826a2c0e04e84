package org.trainingexporter.gpu.nvml.row;

import com.sun.jna.ptr.LongByReference;
import java.util.List;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.ViolationTime;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** Why clocks are throttled. That the card is idle (bit 0) is not shown as a reason. */
final class ThrottleRows {
  /** The reason of each bit of {@code nvmlClocksEventReasons}, from bit 0. */
  private static final List<String> REASONS =
      List.of(
          "",
          "applications_clocks_setting",
          "sw_power_cap",
          "hw_slowdown",
          "sync_boost",
          "sw_thermal_slowdown",
          "hw_thermal_slowdown",
          "hw_power_brake_slowdown",
          "display_clock_setting");

  /** The reason of each {@code nvmlPerfPolicyType_t}, from 0. */
  private static final List<String> POLICIES =
      List.of("sw_power_cap", "thermal", "sync_boost", "board_limit", "", "reliability");

  private ThrottleRows() {}

  static void reasons(Device device, GpuValues out) {
    LongByReference now = new LongByReference();
    if (!NvmlCode.ok(current(device, now))) {
      return;
    }
    LongByReference supported = new LongByReference();
    long offered = NvmlCode.ok(supported(device, supported)) ? supported.getValue() : -1;
    for (int bit = 1; bit < REASONS.size(); bit++) {
      if ((offered >> bit & 1) == 1) {
        out.add(GpuMetric.THROTTLED, (double) (now.getValue() >> bit & 1), REASONS.get(bit));
      }
    }
  }

  /** For drivers that do not offer these times as fields: see {@link FieldRow}. */
  static void violations(Device device, GpuValues out) {
    if (out.has(GpuMetric.THROTTLED_SECONDS)) {
      return;
    }
    ViolationTime time = new ViolationTime();
    for (int policy = 0; policy < POLICIES.size(); policy++) {
      String reason = POLICIES.get(policy);
      if (!reason.isEmpty()
          && NvmlCode.ok(
              device.nvml().nvmlDeviceGetViolationStatus(device.handle(), policy, time))) {
        MetricReader.add(
            out, GpuMetric.THROTTLED_SECONDS, 1e-9, Device.ulong(time.violationNanos), reason);
      }
    }
  }

  private static int current(Device device, LongByReference bits) {
    int code = device.nvml().nvmlDeviceGetCurrentClocksEventReasons(device.handle(), bits);
    return code == NvmlCode.FUNCTION_NOT_FOUND
        ? device.nvml().nvmlDeviceGetCurrentClocksThrottleReasons(device.handle(), bits)
        : code;
  }

  private static int supported(Device device, LongByReference bits) {
    int code = device.nvml().nvmlDeviceGetSupportedClocksEventReasons(device.handle(), bits);
    return code == NvmlCode.FUNCTION_NOT_FOUND
        ? device.nvml().nvmlDeviceGetSupportedClocksThrottleReasons(device.handle(), bits)
        : code;
  }
}
