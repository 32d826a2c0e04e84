package org.trainingexporter.history.remote;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.trainingexporter.history.sample.SampleSeries;

/** The part of a batch that one request carries: stretches of its series, none of them empty. */
record WriteChunk(List<Stretch> stretches) {

  /** Samples of one series: from index {@code from} up to, but without, {@code to}. */
  record Stretch(SampleSeries series, int from, int to) {
    int size() {
      return to - from;
    }

    /** Time of the last sample, milliseconds since 1970. */
    long end() {
      return series.time(to - 1);
    }

    /** Index of the first sample at or after that time. */
    private int indexOf(long time) {
      int i = from;
      while (i < to && series.time(i) < time) {
        i++;
      }
      return i;
    }
  }

  /** A whole batch. */
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

  /** Only the samples that are newer than the time given for their series, if one is given. */
  WriteChunk newerThan(Map<SampleSeries, Long> times) {
    List<Stretch> newer = new ArrayList<>();
    for (Stretch one : stretches) {
      Long time = times.get(one.series);
      add(newer, one.series, time == null ? one.from : one.indexOf(time + 1), one.to);
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

  /** Whether all samples have the same time. */
  boolean isOneTick() {
    return first() == last();
  }

  /**
   * Divides the chunk, which must have two samples or more. The first half has the newer samples,
   * or the first series.
   *
   * @param byTime whether to cut all series at one time; else series stay whole if there are
   *     several
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
      int middle = one.indexOf(time);
      add(newer, one.series, middle, one.to);
      add(older, one.series, one.from, middle);
    }
    return List.of(new WriteChunk(newer), new WriteChunk(older));
  }
}
