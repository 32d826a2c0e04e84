package org.trainingexporter.history;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an {@link OwnReading} knows by now: each series' value under {@code name|label|value|...}.
 */
final class OwnFigures {
  final Map<String, Double> all = new HashMap<>();
  private final Deque<String> events = new ArrayDeque<>();
  private final Map<String, Integer> eventCounts = new HashMap<>();

  void set(double value, String... series) {
    all.put(String.join("|", series), value);
  }

  void setOnce(double value, String metric) {
    all.putIfAbsent(metric, value);
  }

  /** NaN where it is not known. */
  double get(String... series) {
    return all.getOrDefault(String.join("|", series), Double.NaN);
  }

  void count(String... series) {
    all.merge(String.join("|", series), 1.0, Double::sum);
  }

  /** Forgets all metrics whose names begin so. */
  void forget(String beginnings) {
    Pattern metrics = Pattern.compile("training_(" + beginnings + ")");
    all.keySet().removeIf(it -> metrics.matcher(it).lookingAt());
  }

  /** A value of a signal: whether it is a number, and an event where that changes. */
  void signal(String name, double value, double time, double step) {
    double was = all.getOrDefault("training_finite|signal|" + name, 1.0);
    double is = Double.isFinite(value) ? 1 : 0;
    set(is, "training_finite", "signal", name);
    if (is == 0) {
      count("training_nonfinite_total", "signal", name);
      set(time, "training_nonfinite_last_timestamp_seconds", "signal", name);
    }
    if (is != was) {
      event(is == 0 ? "error" : "warning", time, step);
    }
  }

  /** The last 50 are shown, of them at most 20 validations and 15 warnings. */
  void event(String type, double time, double step) {
    String name = type + "-" + eventCounts.merge(type, 1, Integer::sum);
    String place = Long.toString((long) step);
    String series =
        String.join(
            "|", "training_event_timestamp_seconds", "event", name, "type", type, "step", place);
    all.put(series, time);
    set(time, "training_last_event_timestamp_seconds", "type", type);
    events.add(series);
    List<String> same = events.stream().filter(it -> it.contains("|type|" + type + "|")).toList();
    int most = type.equals("validation") ? 20 : type.equals("warning") ? 15 : 50;
    if (same.size() > most) {
      remove(same.get(0));
    } else if (events.size() > 50) {
      remove(most < 50 ? same.get(0) : oldestOfMostFrequent());
    }
  }

  private String oldestOfMostFrequent() {
    List<String> types =
        List.of(
            "validation", "start", "checkpoint", "best", "warning", "error", "rewind", "restart");
    List<String> most = List.of();
    for (String type : types) {
      List<String> of = events.stream().filter(it -> it.contains("|type|" + type + "|")).toList();
      most = of.size() > most.size() ? of : most;
    }
    return most.get(0);
  }

  private void remove(String series) {
    events.remove(series);
    all.remove(series);
  }
}
