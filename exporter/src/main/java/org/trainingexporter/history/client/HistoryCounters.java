package org.trainingexporter.history.client;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.trainingexporter.metrics.HistoryStatistics;

/** Counts samples that were written or rejected, and requests that failed. Any thread. */
public final class HistoryCounters {
  private final LongAdder written = new LongAdder();
  private final LongAdder rejected = new LongAdder();
  private final AtomicLongArray failures = new AtomicLongArray(FailureReason.values().length);

  /** The receiver has accepted these samples. */
  public void wrote(int samples) {
    written.add(samples);
  }

  /** The receiver will never accept these samples. */
  public void rejected(int samples) {
    rejected.add(samples);
  }

  public long rejected() {
    return rejected.sum();
  }

  /** A request has failed. */
  public void failed(FailureReason reason) {
    failures.incrementAndGet(reason.ordinal());
  }

  /** The counts so far. */
  public HistoryStatistics statistics() {
    Map<String, Long> byReason = new TreeMap<>();
    for (FailureReason reason : FailureReason.values()) {
      byReason.put(reason.label, failures.get(reason.ordinal()));
    }
    return new HistoryStatistics(written.sum(), byReason);
  }
}
