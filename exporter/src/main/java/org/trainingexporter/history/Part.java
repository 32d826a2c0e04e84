package org.trainingexporter.history;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Of a batch what one request carries: stretches of its series, none of them empty. */
record Part(List<Stretch> stretches) {

  /** Samples of one series, from an index to before another. */
  record Stretch(Series series, int from, int to) {
    int size() {
      return to - from;
    }

    /** The first sample at that time or behind it. */
    private int at(long time) {
      int i = from;
      while (i < to && series.time(i) < time) {
        i++;
      }
      return i;
    }
  }

  static Part of(Collection<Series> series) {
    List<Stretch> all = new ArrayList<>();
    for (Series one : series) {
      add(all, one, 0, one.size());
    }
    return new Part(all);
  }

  private static void add(List<Stretch> to, Series series, int from, int end) {
    if (from < end) {
      to.add(new Stretch(series, from, end));
    }
  }

  int size() {
    return stretches.stream().mapToInt(Stretch::size).sum();
  }

  /**
   * Two parts that are this one together, of which the first is the newer or has the first series.
   * It must have two samples or more.
   *
   * @param byTime whether rather to cut all series at a time than to go by series
   */
  List<Part> halves(boolean byTime) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (Stretch one : stretches) {
      first = Math.min(first, one.series.time(one.from));
      last = Math.max(last, one.series.time(one.to - 1));
    }
    boolean several = stretches.size() > 1;
    return several && (!byTime || first == last) ? bySeries() : cut(first + (last - first + 1) / 2);
  }

  private List<Part> bySeries() {
    int middle = stretches.size() / 2;
    return List.of(
        new Part(stretches.subList(0, middle)),
        new Part(stretches.subList(middle, stretches.size())));
  }

  private List<Part> cut(long time) {
    List<Stretch> newer = new ArrayList<>();
    List<Stretch> older = new ArrayList<>();
    for (Stretch one : stretches) {
      int middle = one.at(time);
      add(newer, one.series, middle, one.to);
      add(older, one.series, one.from, middle);
    }
    return List.of(new Part(newer), new Part(older));
  }
}
