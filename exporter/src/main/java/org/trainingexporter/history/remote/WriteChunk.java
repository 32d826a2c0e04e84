package org.trainingexporter.history.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.trainingexporter.history.sample.SampleSeries;

/** Of a batch what one request carries: stretches of its series, none of them empty. */
record WriteChunk(List<Stretch> stretches) {

  /** Samples of one series, from an index to before another. */
  record Stretch(SampleSeries series, int from, int to) {
    int size() {
      return to - from;
    }

    /** Of the last sample, milliseconds since 1970. */
    long end() {
      return series.time(to - 1);
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

  static WriteChunk of(Collection<SampleSeries> series) {
    List<Stretch> all = new ArrayList<>();
    for (SampleSeries one : series) {
      add(all, one, 0, one.size());
    }
    return new WriteChunk(all);
  }

  private static void add(List<Stretch> to, SampleSeries series, int from, int end) {
    if (from < end) {
      to.add(new Stretch(series, from, end));
    }
  }

  /** What of it is newer than the times given for some series. */
  WriteChunk newerThan(Map<SampleSeries, Long> times) {
    List<Stretch> newer = new ArrayList<>();
    for (Stretch one : stretches) {
      Long time = times.get(one.series);
      add(newer, one.series, time == null ? one.from : one.at(time + 1), one.to);
    }
    return new WriteChunk(newer);
  }

  int size() {
    return stretches.stream().mapToInt(Stretch::size).sum();
  }

  private long first() {
    return stretches.stream().mapToLong(it -> it.series.time(it.from)).min().orElseThrow();
  }

  private long last() {
    return stretches.stream().mapToLong(Stretch::end).max().orElseThrow();
  }

  /** Whether all its samples are of one time. */
  boolean isOneTick() {
    return first() == last();
  }

  /**
   * Two parts that are this one together, of which the first is the newer or has the first series.
   * It must have two samples or more.
   *
   * @param byTime whether to cut all series at a time, else to go by series where there are several
   */
  List<WriteChunk> halves(boolean byTime) {
    boolean several = stretches.size() > 1;
    return several && !byTime ? bySeries() : cut(first() + (last() - first() + 1) / 2);
  }

  private List<WriteChunk> bySeries() {
    int middle = stretches.size() / 2;
    return List.of(
        new WriteChunk(stretches.subList(0, middle)),
        new WriteChunk(stretches.subList(middle, stretches.size())));
  }

  private List<WriteChunk> cut(long time) {
    List<Stretch> newer = new ArrayList<>();
    List<Stretch> older = new ArrayList<>();
    for (Stretch one : stretches) {
      int middle = one.at(time);
      add(newer, one.series, middle, one.to);
      add(older, one.series, one.from, middle);
    }
    return List.of(new WriteChunk(newer), new WriteChunk(older));
  }
}
