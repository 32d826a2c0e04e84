package org.trainingexporter.run.warning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.position.RecordPosition;

/**
 * What looks wrong with a training although its numbers are finite. Each record that shows it
 * counts; an event marks where it begins, at most one a kind in 100 records.
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
  private final boolean[] holds = new boolean[counts.length];
  private final long[] told = new long[counts.length];

  public WarningLog(EventLog events) {
    this.events = events;
    Arrays.fill(told, -PAUSE);
  }

  /** A record tells of it; the message is asked for only where it becomes an event. */
  public void show(WarningKind kind, RecordPosition at, Supplier<String> message) {
    int i = kind.ordinal();
    counts[i]++;
    if (!holds[i] && at.number() - told[i] >= PAUSE) {
      told[i] = at.number();
      events.add(EventLog.EventType.WARNING, at.time(), at.step(), message.get());
    }
    holds[i] = true;
  }

  /** A record that could have told of it does not. */
  public void clear(WarningKind kind) {
    holds[kind.ordinal()] = false;
  }

  /** Of every kind, 0 too: an increase from nothing is none. */
  public Map<String, Long> snapshot() {
    Map<String, Long> out = new LinkedHashMap<>();
    for (WarningKind kind : WarningKind.values()) {
      out.put(kind.label, counts[kind.ordinal()]);
    }
    return out;
  }
}
