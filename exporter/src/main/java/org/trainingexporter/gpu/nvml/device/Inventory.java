package org.trainingexporter.gpu.nvml.device;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.trainingexporter.gpu.reading.Gpu;
import org.trainingexporter.gpu.reading.GpuMetric;

/** Knows which cards and MIG devices the last reading found, and describes changes. One thread. */
public final class Inventory {
  private static final int MIG_UUID = GpuMetric.MIG_INFO.labels().indexOf("mig_uuid");

  private static final String GONE = "gone";

  /** By device why it cannot be read; empty if it can. */
  private Map<String, String> known = Map.of();

  /** A line for each change since the last call; the first call counts the devices. */
  public List<String> changes(List<Gpu> gpus, Map<Integer, String> unreadable) {
    Map<String, String> now = devices(gpus);
    unreadable.forEach((index, problem) -> now.put("GPU " + index, problem));
    List<String> lines = new ArrayList<>();
    if (known.isEmpty()) {
      lines.add("GPUs and MIG devices found: " + now.size());
    }
    TreeSet<String> names = new TreeSet<>(known.keySet());
    names.addAll(now.keySet());
    for (String name : names) {
      String before = known.getOrDefault(name, known.isEmpty() ? "" : "new");
      String problem = now.getOrDefault(name, GONE);
      if (!problem.equals(before)) {
        lines.add(name + words(problem));
      }
    }
    known = now;
    return lines;
  }

  private static String words(String problem) {
    return switch (problem) {
      case "" -> " is there";
      case GONE -> " is gone";
      default -> " is left out: " + problem;
    };
  }

  private static Map<String, String> devices(List<Gpu> gpus) {
    Map<String, String> devices = new TreeMap<>();
    for (Gpu gpu : gpus) {
      devices.put("GPU " + gpu.index(), "");
      gpu.values().stream()
          .filter(value -> value.metric() == GpuMetric.MIG_INFO)
          .forEach(mig -> devices.put("MIG device " + mig.labels().get(MIG_UUID), ""));
    }
    return devices;
  }
}
