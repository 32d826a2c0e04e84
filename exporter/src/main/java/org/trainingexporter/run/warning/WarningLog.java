package org.trainingexporter.run.warning;

import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import org.trainingexporter.run.event.EventLog;
import org.trainingexporter.run.position.RecordPosition;

/**
 * Signs of trouble in a training whose numbers are finite. A warning is an episode, however many
 * records show it: it counts once, and one event marks where it begins.
 */
public final class WarningLog {
  private final EventLog events;
  private final long[] episodes = new long[WarningKind.values().length];

  /** How many more records without a sign end the episode; 0 while there is none. */
  private final int[] left = new int[episodes.length];

  public WarningLog(EventLog events) {
    this.events = events;
  }

  /** A record shows it; the message is made only where an episode begins. */
  public void show(WarningKind kind, RecordPosition at, Supplier<String> message) {
    int i = kind.ordinal();
    if (left[i] == 0) {
      episodes[i]++;
      events.add(EventLog.EventType.WARNING, at.time(), at.step(), message.get());
    }
    left[i] = kind.clearAfter;
  }

  /** A record that could have shown it does not. */
  public void clear(WarningKind kind) {
    int i = kind.ordinal();
    left[i] = Math.max(0, left[i] - 1);
  }

  /** A new attempt begins: no episode lasts. */
  public void restart() {
    Arrays.fill(left, 0);
  }

  /** All kinds: Prometheus sees no increase of a counter that first appears at 1. */
  public List<WarningSnapshot> snapshot() {
    return Arrays.stream(WarningKind.values()).map(kind -> of(kind, kind.ordinal())).toList();
  }

  private WarningSnapshot of(WarningKind kind, int i) {
    return new WarningSnapshot(kind.label, episodes[i], left[i] > 0);
  }
}
