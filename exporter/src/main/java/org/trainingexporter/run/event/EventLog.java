package org.trainingexporter.run.event;

import static org.trainingexporter.event.Unknown.isKnown;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The newest 50 events of a run, at most 20 of them validations and 15 warnings. These two never
 * push out an event of another type; of the others the type with most events gives way. Each event
 * has an id that never recurs.
 */
public final class EventLog {
  private static final int MOST = 50;
  private static final int MOST_VALIDATIONS = 20;
  private static final int MOST_WARNINGS = 15;
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

    private int most() {
      return this == VALIDATION ? MOST_VALIDATIONS : this == WARNING ? MOST_WARNINGS : MOST;
    }
  }

  private final Deque<RunEvent> events = new ArrayDeque<>();
  private final Map<EventType, Integer> counts = new EnumMap<>(EventType.class);

  /** How many events of each type are kept. */
  private final int[] kept = new int[EventType.values().length];

  private final Map<EventType, Double> newest = new EnumMap<>(EventType.class);

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
    kept[type.ordinal()]++;
    if (kept[type.ordinal()] > type.most()) {
      removeOldest(type);
    } else if (events.size() > MOST) {
      removeOldest(type.most() < MOST ? type : mostFrequent());
    }
  }

  private EventType mostFrequent() {
    EventType most = EventType.VALIDATION;
    for (EventType type : EventType.values()) {
      most = kept[type.ordinal()] > kept[most.ordinal()] ? type : most;
    }
    return most;
  }

  private void removeOldest(EventType type) {
    events.remove(events.stream().filter(e -> e.type().equals(type.label)).findFirst().get());
    kept[type.ordinal()]--;
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
