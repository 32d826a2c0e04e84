package org.trainingexporter.run.event;

import static org.trainingexporter.event.Unknown.isKnown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The newest 50 events of a run, at most 20 of them warnings. Each has an id that never recurs. */
public final class EventLog {
  private static final int MOST = 50;
  private static final int MOST_WARNINGS = 20;
  private static final int LONGEST_MESSAGE = 200;

  /** The types of event; the label {@code type} has them in lower case. */
  public enum EventType {
    START,
    VALIDATION,
    CHECKPOINT,
    BEST,
    WARNING,
    ERROR,
    REWIND,
    RESTART,
    END;

    final String label = name().toLowerCase(Locale.ROOT);
  }

  private final Deque<RunEvent> events = new ArrayDeque<>();
  private final Map<EventType, Integer> counts = new EnumMap<>(EventType.class);
  private final Map<EventType, Double> newest = new EnumMap<>(EventType.class);
  private int warnings;

  /**
   * Adds an event.
   *
   * @param time seconds since 1970, or unknown
   * @param step or unknown
   */
  public void add(EventType type, double time, double step, String message) {
    int number = counts.merge(type, 1, Integer::sum);
    if (isKnown(time)) {
      newest.merge(type, time, Math::max);
    }
    String id = type.label + "-" + number;
    events.add(new RunEvent(id, type.label, time, step, clean(message)));
    if (type == EventType.WARNING && ++warnings > MOST_WARNINGS) {
      remove(
          events.stream().filter(e -> e.type().equals(EventType.WARNING.label)).findFirst().get());
    }
    if (events.size() > MOST) {
      remove(events.peek());
    }
  }

  private void remove(RunEvent event) {
    events.remove(event);
    if (event.type().equals(EventType.WARNING.label)) {
      warnings--;
    }
  }

  /** One line of at most 200 characters without control characters. */
  private static String clean(String message) {
    StringBuilder out = new StringBuilder();
    int[] points = message.codePoints().limit(LONGEST_MESSAGE).toArray();
    for (int point : points) {
      boolean shown = !Character.isISOControl(point) && Character.isDefined(point);
      out.appendCodePoint(shown && !isSurrogate(point) ? point : ' ');
    }
    return out.toString();
  }

  private static boolean isSurrogate(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  /** Oldest first. */
  public List<RunEvent> snapshot() {
    return List.copyOf(events);
  }

  /** The newest time of each type that has one. */
  public Map<String, Double> newestTimes() {
    Map<String, Double> out = new TreeMap<>();
    newest.forEach((type, time) -> out.put(type.label, time));
    return out;
  }
}
