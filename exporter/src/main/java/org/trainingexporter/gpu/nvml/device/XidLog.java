package org.trainingexporter.gpu.nvml.device;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.trainingexporter.gpu.reading.GpuMetric;
import org.trainingexporter.gpu.reading.GpuValues;

/** Counts XID errors by card since the exporter started. Any thread. */
public final class XidLog implements MetricReader {
  private record Xid(long count, Instant last) {}

  private final Map<String, Map<Long, Xid>> byCard = new HashMap<>();

  /** Counts an error; returns whether it is the card's first of this number. */
  public synchronized boolean add(String uuid, long xid, Instant time) {
    Map<Long, Xid> known = byCard.computeIfAbsent(uuid, u -> new TreeMap<>());
    Xid now = known.merge(xid, new Xid(1, time), (a, b) -> new Xid(a.count() + 1, time));
    return now.count() == 1;
  }

  @Override
  public void read(Device device, GpuValues out) {
    read(device.uuid(), out);
  }

  /** Reads the errors of a card by its UUID, which works for a lost card too. */
  public synchronized void read(String uuid, GpuValues out) {
    byCard
        .getOrDefault(uuid, Map.of())
        .forEach(
            (number, xid) -> {
              String label = Long.toString(number);
              out.add(GpuMetric.XID_ERRORS, (double) xid.count(), label);
              out.add(GpuMetric.XID_LAST_TIMESTAMP, xid.last().toEpochMilli() / 1e3, label);
            });
  }
}
