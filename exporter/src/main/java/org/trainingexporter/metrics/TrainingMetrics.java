package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Predicate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.metrics.layer.DistributionRows;
import org.trainingexporter.metrics.layer.ExpertRows;
import org.trainingexporter.metrics.layer.LayerRows;
import org.trainingexporter.metrics.layer.ModelRows;
import org.trainingexporter.metrics.row.CheckpointRows;
import org.trainingexporter.metrics.row.CounterRows;
import org.trainingexporter.metrics.row.EventRows;
import org.trainingexporter.metrics.row.HealthRows;
import org.trainingexporter.metrics.row.PositionRows;
import org.trainingexporter.metrics.row.RunRows;
import org.trainingexporter.metrics.row.SignalRows;
import org.trainingexporter.metrics.row.ValidationRows;
import org.trainingexporter.metrics.row.ValueRows;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.RunSnapshot;

/**
 * The runs' metrics, such as {@code training_loss{run="llm/a"} 0.56}, read from the runs as they
 * are at each scrape. Of a run with more series than it may have, those of the last rows are left
 * out: distributions first, then shares of experts, plain values, layers, events. Any number of
 * threads.
 */
public final class TrainingMetrics extends Collector {
  private static final List<String> COMMON = List.of("run");

  static final List<Metric<RunAtScrape>> ROWS =
      Stream.of(
              RunRows.ALL,
              PositionRows.ALL,
              SignalRows.ALL,
              ValidationRows.ALL,
              CounterRows.ALL,
              HealthRows.ALL,
              CheckpointRows.ALL,
              EventRows.ALL,
              ModelRows.ALL,
              LayerRows.ALL,
              ValueRows.ALL,
              ExpertRows.ALL,
              DistributionRows.ALL)
          .flatMap(List::stream)
          .map(row -> row.under(COMMON))
          .toList();

  static final Metric<Long> DROPPED =
      Metric.<Long>gauge(
              "training_exporter_series_dropped",
              "Series of the run that are left out now.",
              dropped -> dropped)
          .under(COMMON);

  private final Supplier<List<RunSnapshot>> runs;
  private final InstantSource clock;
  private final int maxSeriesPerRun;

  /**
   * @param runs asked once a scrape
   */
  public TrainingMetrics(
      Supplier<List<RunSnapshot>> runs, InstantSource clock, int maxSeriesPerRun) {
    this.runs = runs;
    this.clock = clock;
    this.maxSeriesPerRun = maxSeriesPerRun;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return collect(null);
  }

  /** Reads only the rows that are asked for; all of them where it must be told what is left out. */
  @Override
  public List<MetricFamilySamples> collect(Predicate<String> asked) {
    boolean counting = isAsked(DROPPED, asked);
    List<SampleScope<RunAtScrape>> subjects = subjects();
    List<MetricFamilySamples> families = new ArrayList<>(ROWS.size() + 1);
    for (Metric<RunAtScrape> row : ROWS) {
      boolean wanted = isAsked(row, asked);
      if (wanted || counting) {
        MetricFamilySamples family = Samples.family(row, subjects);
        if (wanted && !family.samples.isEmpty()) {
          families.add(family);
        }
      }
    }
    if (counting && !subjects.isEmpty()) {
      families.add(dropped(subjects));
    }
    return families;
  }

  private static boolean isAsked(Metric<?> metric, Predicate<String> asked) {
    return asked == null || asked.test(metric.name());
  }

  private List<SampleScope<RunAtScrape>> subjects() {
    Instant instant = clock.instant();
    double now = instant.getEpochSecond() + instant.getNano() / NANOSECONDS_PER_SECOND;
    List<RunSnapshot> current = runs.get();
    List<SampleScope<RunAtScrape>> subjects = new ArrayList<>(current.size());
    for (RunSnapshot run : current) {
      RunAtScrape observation = new RunAtScrape(run, now);
      subjects.add(new SampleScope<>(observation, maxSeriesPerRun, run.identity().name()));
    }
    return subjects;
  }

  private static MetricFamilySamples dropped(List<SampleScope<RunAtScrape>> subjects) {
    List<SampleScope<Long>> counts = new ArrayList<>(subjects.size());
    for (SampleScope<RunAtScrape> s : subjects) {
      RunSnapshot run = s.value().run();
      long left = s.leftOut() + run.valuesDropped() + run.layers().dropped();
      counts.add(new SampleScope<>(left, 1, run.identity().name()));
    }
    return Samples.family(DROPPED, counts);
  }
}
