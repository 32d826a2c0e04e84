package org.trainingexporter.gpu.nvml.row;

import static org.trainingexporter.gpu.reading.GpuMetric.DRAM_ACTIVE;
import static org.trainingexporter.gpu.reading.GpuMetric.SM_ACTIVE;
import static org.trainingexporter.gpu.reading.GpuMetric.SM_OCCUPANCY;
import static org.trainingexporter.gpu.reading.GpuMetric.TENSOR_ACTIVE;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.binding.NvmlCode;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.GpmMetricsGet;
import org.trainingexporter.gpu.nvml.binding.NvmlStructs.GpmSupport;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/**
 * Activity of Hopper and newer cards. NVML computes it between two samples: those of this reading
 * and the one before. A card's first reading has none. One thread.
 */
public final class GpmRow implements MetricReader {
  private record Ratio(int metricId, GpuMetric metric) {}

  private static final List<Ratio> RATIOS =
      List.of(
          new Ratio(2, SM_ACTIVE),
          new Ratio(3, SM_OCCUPANCY),
          new Ratio(5, TENSOR_ACTIVE),
          new Ratio(10, DRAM_ACTIVE));

  private static final NvmlStructs.GpmMetric METRIC = new NvmlStructs.GpmMetric();
  private static final int CODE = METRIC.offset("code");
  private static final int VALUE = METRIC.offset("value");

  /** NVML's own array holds every metric: 333 as of version 13. */
  private static final int CAPACITY = 512;

  private final GpmMetricsGet head = new GpmMetricsGet();
  private final Memory request = new Memory(head.size() + (long) CAPACITY * METRIC.size());
  private final Map<String, Boolean> supported = new HashMap<>();
  private final Map<String, Pointer> last = new HashMap<>();

  @Override
  public void read(Device device, GpuValues out) {
    if (supported.computeIfAbsent(device.uuid(), uuid -> supports(device))) {
      sample(device).ifPresent(sample -> compare(device, sample, out));
    }
  }

  /** Frees every sample. To be called before the library is unloaded. */
  public void free(Nvml nvml) {
    last.values().forEach(nvml::nvmlGpmSampleFree);
    last.clear();
  }

  private static boolean supports(Device device) {
    GpmSupport support = new GpmSupport();
    return NvmlCode.ok(device.nvml().nvmlGpmQueryDeviceSupport(device.handle(), support))
        && support.supported != 0;
  }

  private static Optional<Pointer> sample(Device device) {
    PointerByReference sample = new PointerByReference();
    if (!NvmlCode.ok(device.nvml().nvmlGpmSampleAlloc(sample))) {
      return Optional.empty();
    }
    int code = device.nvml().nvmlGpmSampleGet(device.handle(), sample.getValue());
    if (code != NvmlCode.SUCCESS) {
      device.nvml().nvmlGpmSampleFree(sample.getValue());
    }
    return NvmlCode.ok(code) ? Optional.of(sample.getValue()) : Optional.empty();
  }

  private void compare(Device device, Pointer sample, GpuValues out) {
    Pointer before = last.put(device.uuid(), sample);
    if (before == null) {
      return;
    }
    request.clear();
    request.setInt(head.offset("version"), head.version);
    request.setInt(head.offset("count"), RATIOS.size());
    request.setPointer(head.offset("before"), before);
    request.setPointer(head.offset("after"), sample);
    for (int i = 0; i < RATIOS.size(); i++) {
      request.setInt(at(i), RATIOS.get(i).metricId());
    }
    int code = device.nvml().nvmlGpmMetricsGet(request);
    device.nvml().nvmlGpmSampleFree(before);
    for (int i = 0; NvmlCode.ok(code) && i < RATIOS.size(); i++) {
      double percent = request.getDouble(at(i) + VALUE);
      if (request.getInt(at(i) + CODE) == NvmlCode.SUCCESS && Double.isFinite(percent)) {
        out.add(RATIOS.get(i).metric(), percent / 100);
      }
    }
  }

  private long at(int i) {
    return head.size() + (long) i * METRIC.size();
  }
}
