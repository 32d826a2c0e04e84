package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trainingexporter.config.Build;

/**
 * What the exporter tells of itself, such as {@code training_exporter_log_lag_bytes{run="llm/a"}
 * 0}. Any number of threads.
 */
public final class ExporterMetrics extends Collector {
  static final List<Metric<Told>> ROWS =
      List.of(
          Metric.gauge(
              "training_exporter_build_info",
              "Which exporter this is, and the Java that it runs on.",
              List.of("version", "revision", "java"),
              (t, out) -> out.add(1, t.build.version(), t.build.revision(), t.build.java())),
          Metric.gauge(
              "training_exporter_log_lag_bytes",
              "Bytes of the run's logs that are not read yet.",
              List.of("run"),
              (t, out) -> t.lag.forEach((run, bytes) -> out.add(bytes, run))));

  private final Build build;
  private final Supplier<Map<String, Long>> lag;

  /** What its rows are read from. */
  record Told(Build build, Map<String, Long> lag) {}

  /**
   * @param lag unread bytes by run, asked once a scrape; also of runs whose first pass goes on
   */
  public ExporterMetrics(Build build, Supplier<Map<String, Long>> lag) {
    this.build = build;
    this.lag = lag;
  }

  @Override
  public List<MetricFamilySamples> collect() {
    var told = List.of(new Subject<>(new Told(build, lag.get()), Integer.MAX_VALUE));
    List<MetricFamilySamples> families = new ArrayList<>();
    for (Metric<Told> row : ROWS) {
      MetricFamilySamples family = Samples.family(row, told);
      if (!family.samples.isEmpty()) {
        families.add(family);
      }
    }
    return families;
  }
}
