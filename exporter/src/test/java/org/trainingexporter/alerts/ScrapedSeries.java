package org.trainingexporter.alerts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What Prometheus stored of a target, scrape by scrape, in promtool's notation. A series that is
 * missing from a scrape ends with a stale marker, as Prometheus writes it.
 */
final class ScrapedSeries {
  private static final String NOTHING = "_";
  private static final String STALE = "stale";

  private final Map<String, List<String>> samples = new LinkedHashMap<>();
  private int scrapes;

  /** A scrape that gave these values, by series. */
  void add(Map<String, Double> values) {
    for (Map.Entry<String, Double> value : values.entrySet()) {
      series(value.getKey()).add(text(value.getValue()));
    }
    endMissing(values.keySet());
    scrapes++;
  }

  /** Prometheus does not run: nothing is stored, not even that there is nothing. */
  void skip() {
    samples.values().forEach(list -> list.add(NOTHING));
    scrapes++;
  }

  private List<String> series(String name) {
    return samples.computeIfAbsent(
        name,
        key -> {
          List<String> before = new ArrayList<>();
          for (int i = 0; i < scrapes; i++) {
            before.add(NOTHING);
          }
          return before;
        });
  }

  private void endMissing(Set<String> present) {
    samples.forEach(
        (name, list) -> {
          if (!present.contains(name)) {
            boolean ended = list.stream().allMatch(NOTHING::equals) || isOver(list);
            list.add(ended ? NOTHING : STALE);
          }
        });
  }

  /** Whether the newest thing that was stored is a stale marker. */
  private static boolean isOver(List<String> list) {
    for (int i = list.size() - 1; i >= 0; i--) {
      if (!list.get(i).equals(NOTHING)) {
        return list.get(i).equals(STALE);
      }
    }
    return true;
  }

  private static String text(double value) {
    String text = Double.toString(value);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  /** Each series with its values, equal neighbours as {@code VALUExREPEATS}. */
  Map<String, String> notation() {
    Map<String, String> notation = new LinkedHashMap<>();
    samples.forEach((name, list) -> notation.put(name, compact(list)));
    return notation;
  }

  private static String compact(List<String> list) {
    StringBuilder out = new StringBuilder();
    int i = 0;
    while (i < list.size()) {
      int end = i;
      while (end < list.size() && list.get(end).equals(list.get(i))) {
        end++;
      }
      out.append(out.isEmpty() ? "" : " ").append(repeated(list.get(i), end - i));
      i = end;
    }
    return out.toString();
  }

  private static String repeated(String value, int times) {
    if (value.equals(STALE) || times == 1) {
      return (value + " ").repeat(times).strip();
    }
    // Of a missing sample the number counts all, of a value those after the first.
    return value + "x" + (value.equals(NOTHING) ? times : times - 1);
  }
}
