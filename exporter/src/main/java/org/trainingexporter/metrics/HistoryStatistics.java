package org.trainingexporter.metrics;

import java.util.Map;

/** What writing history has done: samples that were taken, and requests that failed by reason. */
public record HistoryStatistics(long samples, Map<String, Long> failures) {
  /** Nothing is written. */
  public static final HistoryStatistics NONE = new HistoryStatistics(-1, Map.of());
}
