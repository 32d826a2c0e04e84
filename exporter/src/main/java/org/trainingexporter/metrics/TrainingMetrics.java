package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.Predicate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.config.value.MetricsProfile;
import org.trainingexporter.metrics.layer.DistributionRows;
import org.trainingexporter.metrics.layer.ExpertRows;
import org.trainingexporter.metrics.layer.LayerRows;
import org.trainingexporter.metrics.layer.ModelRows;
import org.trainingexporter.metrics.rank.RankRows;
import org.trainingexporter.metrics.row.CheckpointRows;
import org.trainingexporter.metrics.row.CostRows;
import org.trainingexporter.metrics.row.CounterRows;
import org.trainingexporter.metrics.row.EventRows;
import org.trainingexporter.metrics.row.FigureRows;
import org.trainingexporter.metrics.row.HealthRows;
import org.trainingexporter.metrics.row.RunRows;
import org.trainingexporter.metrics.row.SettingRows;
import org.trainingexporter.metrics.row.ValueRows;
import org.trainingexporter.metrics.row.WarningRows;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.RunAtScrape;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.figure.FigureTable;

/**
 * The runs' metrics, such as {@code training_loss{run="llm/a"} 0.56}, read from the runs as they
 * are at each scrape. Of a run with more series than it may have, those of the last rows are left
 * out: distributions first, then shares of experts, other values, layers, events. Any number of
 * threads.
 */
public final class TrainingMetrics extends Collector implements FamilyStream {
  private static final List<String> COMMON = List.of("run");

  static final List<Metric<RunAtScrape>> ROWS = rows(FigureTable.ALL, List.of());

  private static List<Metric<RunAtScrape>> rows(FigureTable figures, List<String> settings) {
    return Stream.of(
            RunRows.ALL,
            List.of(SettingRows.of(settings)),
            FigureRows.of(figures),
            CostRows.ALL,
            CounterRows.ALL,
            WarningRows.ALL,
            HealthRows.ALL,
            CheckpointRows.ALL,
            EventRows.ALL,
            RankRows.ALL,
            ModelRows.ALL,
            LayerRows.ALL,
            ValueRows.ALL,
            ExpertRows.ALL,
            DistributionRows.ALL)
        .flatMap(List::stream)
        .map(row -> row.under(COMMON))
        .toList();
  }

  static final Metric<Long> DROPPED =
      Metric.<Long>gauge(
              "training_exporter_series_dropped",
              "Series of the run that are left out now, because there are too many.",
              dropped -> dropped)
          .under(COMMON);

  private final Supplier<List<RunSnapshot>> runs;
  private final InstantSource clock;
  private final int maxSeriesPerRun;
  private final List<Metric<RunAtScrape>> rows;

  /**
   * @param runs asked once a scrape
   */
  public TrainingMetrics(
      Supplier<List<RunSnapshot>> runs, InstantSource clock, int maxSeriesPerRun) {
    this(runs, clock, maxSeriesPerRun, ROWS);
  }

  /** The same with other figures. */
  public TrainingMetrics(
      Supplier<List<RunSnapshot>> runs,
      InstantSource clock,
      int maxSeriesPerRun,
      FigureTable figures) {
    this(runs, clock, maxSeriesPerRun, rows(figures, List.of()));
  }

  /** The same metrics, or only those of the profile, with the settings of these names. */
  public static TrainingMetrics of(
      Supplier<List<RunSnapshot>> runs,
      InstantSource clock,
      int maxSeriesPerRun,
      MetricsProfile profile,
      List<String> settings) {
    List<Metric<RunAtScrape>> all = rows(FigureTable.ALL, settings);
    boolean isFull = profile == MetricsProfile.FULL;
    List<Metric<RunAtScrape>> shown =
        isFull ? all : all.stream().filter(row -> LeanMetrics.has(row.name())).toList();
    return new TrainingMetrics(runs, clock, maxSeriesPerRun, shown);
  }

  private TrainingMetrics(
      Supplier<List<RunSnapshot>> runs,
      InstantSource clock,
      int maxSeriesPerRun,
      List<Metric<RunAtScrape>> rows) {
    this.runs = runs;
    this.clock = clock;
    this.maxSeriesPerRun = maxSeriesPerRun;
    this.rows = rows;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    return collect(null);
  }

  /** Reads only the rows that are asked for; all of them where series that are left out count. */
  @Override
  public List<MetricFamilySamples> collect(Predicate<String> asked) {
    return families(asked).toList();
  }

  /** The same, each made when it is reached: of thousands of runs, one family is large enough. */
  @Override
  public Stream<MetricFamilySamples> families(Predicate<String> asked) {
    boolean counting = isAsked(DROPPED, asked);
    List<SampleScope<RunAtScrape>> scopes = scopes();
    Stream<MetricFamilySamples> all =
        rows.stream()
            .filter(row -> counting || isAsked(row, asked))
            .map(row -> family(row, scopes, isAsked(row, asked)))
            .filter(family -> !family.samples.isEmpty());
    Stream<MetricFamilySamples> last =
        Stream.of(scopes).filter(it -> counting && !it.isEmpty()).map(TrainingMetrics::dropped);
    return Stream.concat(all, last);
  }

  private static final MetricFamilySamples NONE =
      new MetricFamilySamples("none", Collector.Type.UNKNOWN, "", List.of());

  /** A row that is not wanted is read all the same, for the series that are left out. */
  private static MetricFamilySamples family(
      Metric<RunAtScrape> row, List<SampleScope<RunAtScrape>> scopes, boolean isWanted) {
    MetricFamilySamples family = Samples.family(row, scopes);
    return isWanted ? family : NONE;
  }

  private static boolean isAsked(Metric<?> metric, Predicate<String> asked) {
    return asked == null || asked.test(metric.name());
  }

  private List<SampleScope<RunAtScrape>> scopes() {
    Instant instant = clock.instant();
    double now = instant.getEpochSecond() + instant.getNano() / NANOSECONDS_PER_SECOND;
    List<RunSnapshot> current = runs.get();
    List<SampleScope<RunAtScrape>> scopes = new ArrayList<>(current.size());
    for (RunSnapshot run : current) {
      RunAtScrape observation = new RunAtScrape(run, now);
      scopes.add(new SampleScope<>(observation, maxSeriesPerRun, run.identity().name()));
    }
    return scopes;
  }

  private static MetricFamilySamples dropped(List<SampleScope<RunAtScrape>> scopes) {
    List<SampleScope<Long>> counts = new ArrayList<>(scopes.size());
    for (SampleScope<RunAtScrape> s : scopes) {
      RunSnapshot run = s.value().run();
      long left = s.leftOut() + run.valuesDropped() + run.layers().dropped();
      counts.add(new SampleScope<>(left, 1, run.identity().name()));
    }
    return Samples.family(DROPPED, counts);
  }
}
