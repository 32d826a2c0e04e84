package org.trainingexporter.metrics;

import java.util.Map;

/** What writing history has done: samples that were taken, and requests that failed by reason. */
public record HistoryWork(long samples, Map<String, Long> failures) {
  /** Nothing is written. */
  public static final HistoryWork NONE = new HistoryWork(-1, Map.of());
}
