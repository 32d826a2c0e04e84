package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.trainingexporter.config.Build;
import org.trainingexporter.event.Unknown;
import org.trainingexporter.metrics.sample.Metric;
import org.trainingexporter.metrics.sample.SampleScope;
import org.trainingexporter.metrics.sample.Samples;

/**
 * Metrics of the exporter itself, such as {@code training_exporter_log_lag_bytes{run="llm/a"} 0}.
 * Any number of threads.
 */
public final class ExporterMetrics extends Collector {
  static final List<Metric<ExporterState>> ROWS =
      List.of(
          Metric.gauge(
              "training_exporter_build_info",
              "Version of the exporter, and of the Java that it runs on.",
              List.of("version", "revision", "java"),
              (t, out) -> out.add(1, t.build.version(), t.build.revision(), t.build.java())),
          Metric.gauge(
              "training_exporter_log_lag_bytes",
              "Bytes of the run's logs that are not read yet, also where they cannot be read.",
              List.of("run"),
              (t, out) -> t.logs.lag().get().forEach((run, bytes) -> out.add(bytes, run))),
          Metric.gauge(
              "training_exporter_log_readable",
              "Whether all logs of the run can be read.",
              List.of("run"),
              (t, out) -> addAll(t.logs.readable(), out)),
          Metric.gauge(
              "training_exporter_log_stalled",
              "Whether a read of the run's logs, or of its directory, hangs.",
              List.of("run"),
              (t, out) -> addAll(t.logs.stalled(), out)),
          Metric.gauge(
              "training_exporter_directory_readable",
              "Whether the watched directory or file is there and can be read.",
              List.of("directory"),
              (t, out) -> addAll(t.logs.directories(), out)),
          Metric.gauge(
              "training_exporter_ignored_files",
              "Files that look like logs and are not read, by reason.",
              List.of("reason"),
              (t, out) ->
                  t.logs.ignored().get().forEach((reason, files) -> out.add(files, reason))),
          Metric.counter(
              "training_exporter_history_samples_total",
              "Samples of history that the receiver accepted; only if history is written.",
              t ->
                  t.history.equals(HistoryStatistics.NONE) ? Unknown.UNKNOWN : t.history.samples()),
          Metric.counter(
              "training_exporter_history_failures_total",
              "Requests to the receiver that failed, including those that were sent again.",
              List.of("reason"),
              (t, out) -> t.history.failures().forEach((reason, n) -> out.add(n, reason))));

  private final Build build;
  private final LogFacts logs;
  private final Supplier<HistoryStatistics> history;

  /**
   * What is known of logs, each asked once a scrape.
   *
   * @param lag unread bytes by run; also of runs whose first pass goes on
   * @param readable whether a run's logs can be read, by run
   * @param stalled whether a read hangs, by run
   * @param directories whether it can be read, by watched path
   * @param ignored files that look like logs and are not read, by reason
   */
  public record LogFacts(
      Supplier<Map<String, Long>> lag,
      Supplier<Map<String, Boolean>> readable,
      Supplier<Map<String, Boolean>> stalled,
      Supplier<Map<String, Boolean>> directories,
      Supplier<Map<String, Long>> ignored) {}

  /** What the rows are read from. */
  record ExporterState(Build build, LogFacts logs, HistoryStatistics history) {}

  /**
   * @param history asked once a scrape
   */
  public ExporterMetrics(Build build, LogFacts logs, Supplier<HistoryStatistics> history) {
    this.build = build;
    this.logs = logs;
    this.history = history;
  }

  /** Of an exporter that reads all files and writes no history. */
  public ExporterMetrics(Build build, Supplier<Map<String, Long>> lag) {
    this(
        build, new LogFacts(lag, Map::of, Map::of, Map::of, Map::of), () -> HistoryStatistics.NONE);
  }

  private static void addAll(Supplier<Map<String, Boolean>> facts, Samples out) {
    facts.get().forEach((label, holds) -> out.add(holds, label));
  }

  @Override
  public List<MetricFamilySamples> collect() {
    ExporterState now = new ExporterState(build, logs, history.get());
    var scope = List.of(new SampleScope<>(now, Integer.MAX_VALUE));
    List<MetricFamilySamples> families = new ArrayList<>();
    for (Metric<ExporterState> row : ROWS) {
      MetricFamilySamples family = Samples.family(row, scope);
      if (!family.samples.isEmpty()) {
        families.add(family);
      }
    }
    return families;
  }
}
