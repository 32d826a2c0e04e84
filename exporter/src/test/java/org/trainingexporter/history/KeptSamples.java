package org.trainingexporter.history;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.trainingexporter.history.remote.Receiver;
import org.trainingexporter.history.remote.RemoteCoverage;
import org.trainingexporter.history.sample.SampleBatch;
import org.trainingexporter.history.sample.SampleSeries;
import org.trainingexporter.history.sample.SeriesId;
import org.trainingexporter.history.sample.SeriesLabels;

/**
 * A receiver that keeps samples by series and time, as Prometheus does: the same one again is well,
 * another value at the same time is not. It can be told to break down.
 */
public final class KeptSamples implements Receiver {
  public static final SeriesLabels LABELS =
      new SeriesLabels(Map.of("job", "training", "instance", "a:9409"));

  final SortedMap<String, SortedMap<Long, Double>> series = new TreeMap<>();
  int writes;
  int written;
  private int breaksAfter = Integer.MAX_VALUE;
  private boolean tells = true;
  private double oldest = Double.NEGATIVE_INFINITY;

  /** From now on it takes so many batches. */
  KeptSamples breakingAfter(int batches) {
    breaksAfter = batches;
    return this;
  }

  /** From now on it drops what is older, in seconds since 1970. */
  void keepFrom(double time) {
    oldest = time;
  }

  /** From now on it does not say what it has. */
  void beSilent() {
    tells = false;
  }

  @Override
  public void write(String run, SampleBatch batch) throws IOException {
    if (breaksAfter-- == 0) {
      throw new IOException("broken down");
    }
    writes++;
    written += batch.size();
    for (SampleSeries one : batch.series()) {
      for (int i = 0; i < one.size(); i++) {
        keep(name(one.id), one.time(i), one.value(i));
      }
    }
  }

  void keep(String name, long time, double value) {
    if (time / 1e3 < oldest) {
      return;
    }
    Double before = series.computeIfAbsent(name, it -> new TreeMap<>()).put(time, value);
    if (before != null) {
      assertEquals(before, value, () -> name + " at " + time + " has another value already");
    }
  }

  static String name(SeriesId id) {
    return LABELS.of(id).toString();
  }

  /** Of a metric with the run's own label alone. */
  SortedMap<Long, Double> of(String metric, String run) {
    SeriesId id = new SeriesId(metric, List.of("run"), List.of(run));
    return series.getOrDefault(name(id), new TreeMap<>());
  }

  static SeriesId trained(String run) {
    return new SeriesId("training_records_total", List.of("run", "kind"), List.of(run, "train"));
  }

  SortedMap<Long, Double> trainedBy(String run) {
    return series.getOrDefault(name(trained(run)), new TreeMap<>());
  }

  @Override
  public RemoteCoverage coverage(String run, double from, double to, double around) {
    SortedMap<Double, Double> samples = new TreeMap<>();
    if (tells) {
      trainedBy(run)
          .subMap((long) ((from - around) * 1e3), (long) ((to + around) * 1e3) + 1)
          .forEach((time, count) -> samples.put(time / 1e3, count));
    }
    return new RemoteCoverage(from, to, samples);
  }

  @Override
  public boolean answersQueries() {
    return tells;
  }
}
