package org.trainingexporter.history.client;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.trainingexporter.metrics.HistoryStatistics;

/** How many samples were taken, and how many requests failed. Any number of threads. */
public final class HistoryCounters {
  private final LongAdder samples = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final AtomicLongArray failures = new AtomicLongArray(FailureReason.values().length);

  public void wrote(int count) {
    samples.add(count);
  }

  /** Rejectd for good. */
  public void lost(int count) {
    lost.add(count);
  }

  public long lost() {
    return lost.sum();
  }

  public void failed(FailureReason why) {
    failures.incrementAndGet(why.ordinal());
  }

  public HistoryStatistics now() {
    Map<String, Long> byReason = new TreeMap<>();
    for (FailureReason why : FailureReason.values()) {
      byReason.put(why.label, failures.get(why.ordinal()));
    }
    return new HistoryStatistics(samples.sum(), byReason);
  }
}
