package org.trainingexporter.run.event;

import java.util.Map;
import java.util.TreeMap;

/** How many records of an error log each type has: the first 20 types, then all others together. */
public final class ErrorCounts {
  private static final int MOST = 20;
  private static final String REST = "other";

  private final Map<String, Long> counts = new TreeMap<>();

  public void add(String type) {
    boolean room = counts.containsKey(type) || counts.size() < MOST;
    counts.merge(room ? type : REST, 1L, Long::sum);
  }

  public Map<String, Long> snapshot() {
    return new TreeMap<>(counts);
  }
}
