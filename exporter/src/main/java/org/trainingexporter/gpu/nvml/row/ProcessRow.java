package org.trainingexporter.gpu.nvml.row;

import java.util.HashMap;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import org.trainingexporter.gpu.nvml.binding.Nvml;
import org.trainingexporter.gpu.nvml.device.Device;
import org.trainingexporter.gpu.nvml.device.MetricReader;
import org.trainingexporter.gpu.nvml.device.Mig;
import org.trainingexporter.gpu.nvml.device.ProcessList;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/**
 * The processes on a card and its MIG devices. The card's own list may lack processes on MIG
 * devices, depending on privileges, so all lists are merged. One process can appear in several.
 */
final class ProcessRow implements MetricReader {
  private static final int NAME_TEXT = 1024;
  private static final int NAME_SHOWN = 64;

  private final ProcessList processes = new ProcessList();

  @Override
  public void read(Device card, GpuValues out) {
    Map<ProcessList.ProcessKey, OptionalDouble> memory = new HashMap<>();
    processes.collect(card, memory);
    Mig.devicesOf(card).forEach(mig -> processes.collect(mig, memory));
    Map<Long, Double> byPid = new TreeMap<>();
    memory.forEach(
        (key, bytes) -> {
          out.addProcess(key.pid());
          bytes.ifPresent(b -> byPid.merge(key.pid(), b, Double::sum));
        });
    byPid.forEach(
        (pid, bytes) ->
            out.add(GpuMetric.PROCESS_MEMORY, bytes, Long.toString(pid), name(card.nvml(), pid)));
  }

  /** The file name of the program; empty if the process has ended. */
  private static String name(Nvml nvml, long pid) {
    String name =
        Device.text(b -> nvml.nvmlSystemGetProcessName((int) pid, b, NAME_TEXT), NAME_TEXT)
            .orElse("");
    String base = name.startsWith("/") ? name.substring(name.lastIndexOf('/') + 1) : name;
    return base.codePoints()
        .limit(NAME_SHOWN)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }
}
