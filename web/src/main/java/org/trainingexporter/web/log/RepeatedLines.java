package org.trainingexporter.web.log;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * Keeps lines that may repeat from filling a log: each is logged once, then at most once a minute
 * with the number of those left out. Safe for many threads.
 */
public final class RepeatedLines {
  private static final long MINUTE_NANOS = 60_000_000_000L;
  private static final int MOST_KEYS = 1_000;

  /** When a line was last logged, and how often it was left out since. */
  private static final class Line {
    private long loggedAt;
    private long leftOut;
  }

  private final LongSupplier nanos;
  private final Map<String, Line> lines =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Line> eldest) {
          return size() > MOST_KEYS;
        }
      };

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  public RepeatedLines(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /**
   * What to add to the line, or empty if it is to be left out.
   *
   * @param key the same for lines that say the same
   */
  public synchronized Optional<String> suffix(String key) {
    long now = nanos.getAsLong();
    Line line = lines.get(key);
    if (line == null) {
      line = new Line();
      line.loggedAt = now;
      lines.put(key, line);
      return Optional.of("");
    }
    if (now - line.loggedAt < MINUTE_NANOS) {
      line.leftOut++;
      return Optional.empty();
    }
    String suffix = line.leftOut == 0 ? "" : " (and " + line.leftOut + " more since the last line)";
    line.loggedAt = now;
    line.leftOut = 0;
    return Optional.of(suffix);
  }
}
