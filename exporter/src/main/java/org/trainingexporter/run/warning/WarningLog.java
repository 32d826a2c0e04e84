package org.trainingexporter.run.warning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Signs of trouble in a training whose numbers are finite. Each record that shows one counts; an
 * event marks where it begins, at most one a kind in 100 records.
 */
public final class WarningLog {
  private static final int PAUSE = 100;

  /** The values of the label {@code kind}, in lower case. */
  public enum WarningKind {
    EXPLODING,
    VANISHING,
    DEAD,
    OVERFITTING,
    PLATEAU;

    final String label = name().toLowerCase(Locale.ROOT);
  }

  private final EventLog events;
  private final long[] counts = new long[WarningKind.values().length];
  private final boolean[] lasts = new boolean[counts.length];
  private final long[] newestEvent = new long[counts.length];

  public WarningLog(EventLog events) {
    this.events = events;
    Arrays.fill(newestEvent, -PAUSE);
  }

  /** A record shows it; the message is made only where it becomes an event. */
  public void show(WarningKind kind, RecordPosition at, Supplier<String> message) {
    int i = kind.ordinal();
    counts[i]++;
    if (!lasts[i] && at.number() - newestEvent[i] >= PAUSE) {
      newestEvent[i] = at.number();
      events.add(EventLog.EventType.WARNING, at.time(), at.step(), message.get());
    }
    lasts[i] = true;
  }

  /** A record that could have newestEvent of it does not. */
  public void clear(WarningKind kind) {
    lasts[kind.ordinal()] = false;
  }

  /** By kind, with those of 0: Prometheus sees no increase of a counter that first appears at 1. */
  public Map<String, Long> snapshot() {
    Map<String, Long> out = new LinkedHashMap<>();
    for (WarningKind kind : WarningKind.values()) {
      out.put(kind.label, counts[kind.ordinal()]);
    }
    return out;
  }
}
