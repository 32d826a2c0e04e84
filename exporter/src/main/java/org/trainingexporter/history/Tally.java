package org.trainingexporter.history;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLongArray;
import java.util.concurrent.atomic.LongAdder;
import org.trainingexporter.metrics.HistoryWork;

/** How many samples were taken, and how many requests failed. Any number of threads. */
final class Tally {
  private final LongAdder samples = new LongAdder();
  private final LongAdder lost = new LongAdder();
  private final AtomicLongArray failures = new AtomicLongArray(Failure.values().length);

  void wrote(int count) {
    samples.add(count);
  }

  /** Refused for good. */
  void lost(int count) {
    lost.add(count);
  }

  long lost() {
    return lost.sum();
  }

  void failed(Failure why) {
    failures.incrementAndGet(why.ordinal());
  }

  HistoryWork now() {
    Map<String, Long> byReason = new TreeMap<>();
    for (Failure why : Failure.values()) {
      byReason.put(why.label, failures.get(why.ordinal()));
    }
    return new HistoryWork(samples.sum(), byReason);
  }
}
