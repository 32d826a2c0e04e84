package org.trainingexporter.alerts;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.config.Build;
import org.trainingexporter.metrics.ExporterMetrics;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.host.CardUse;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.testing.WatchedDirectory;

/**
 * A host where trainings write logs, the real exporter reads them and a Prometheus scrapes it, all
 * under one clock. Times in what is stored begin at 0 with the story.
 */
final class ObservedHost {
  private static final String TARGET = "job=\"training\",instance=\"node1:9409\"";

  /** Depends on the machine that the tests run on. */
  private static final String FREE_SPACE = "training_filesystem_free_bytes";

  private final Path directory;
  private final Duration interval;
  private final Set<String> wanted;
  private final ScrapedSeries stored = new ScrapedSeries();
  private final List<WrittenTraining> running = new ArrayList<>();
  private final Map<String, ProcessState> processes = new LinkedHashMap<>();
  private WatchedDirectory files;
  private final double origin;
  private boolean exporterRuns = true;
  private boolean prometheusRuns = true;
  private int scrapes;

  /**
   * @param interval of scrapes and of the rules' evaluation
   * @param wanted names of the metrics to store
   */
  ObservedHost(Path directory, Duration interval, Set<String> wanted) {
    this.directory = directory;
    this.interval = interval;
    this.wanted = wanted;
    this.files = new WatchedDirectory(directory);
    this.origin = files.clock.seconds();
  }

  WatchedDirectory files() {
    return files;
  }

  Duration interval() {
    return interval;
  }

  void start(WrittenTraining training) throws IOException {
    training.start(files, files.clock.seconds());
    running.add(training);
    processes.put(training.run(), ProcessState.ALIVE);
  }

  /** Its process ends, for whatever reason. */
  void kill(WrittenTraining training) {
    running.remove(training);
    processes.computeIfPresent(training.run(), (run, state) -> ProcessState.GONE);
  }

  void stopExporter() {
    exporterRuns = false;
  }

  /** A new exporter reads the logs from their beginning and has seen no process. */
  void startExporter() {
    double now = files.clock.seconds();
    files = new WatchedDirectory(directory);
    files.clock.advance(Duration.ofMillis(Math.round(1e3 * (now - files.clock.seconds()))));
    processes.clear();
    running.forEach(training -> processes.put(training.run(), ProcessState.ALIVE));
    exporterRuns = true;
  }

  void stopPrometheus() {
    prometheusRuns = false;
  }

  void startPrometheus() {
    prometheusRuns = true;
  }

  /** Lets time pass: trainings write, and every interval there is a scrape. */
  void pass(Duration time) throws IOException {
    for (long left = time.dividedBy(interval); left > 0; left--) {
      double now = origin + scrapes * interval.toMillis() / 1e3;
      for (WrittenTraining training : List.copyOf(running)) {
        training.write(files, now);
        if (training.isDone()) {
          kill(training);
        }
      }
      long pause = Math.round(1e3 * (now - files.clock.seconds()));
      files.pollAfter(Duration.ofMillis(Math.max(0, pause)));
      scrape();
    }
  }

  private void scrape() {
    scrapes++;
    if (!prometheusRuns) {
      stored.skip();
    } else {
      stored.add(exporterRuns ? answer() : Map.of("up{" + TARGET + "}", 0.0));
    }
  }

  private Map<String, Double> answer() {
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(new TrainingMetrics(this::runs, files.clock, 20_000));
    registry.register(new ExporterMetrics(new Build("1.0.0", "abc", "17"), Map::of));
    Map<String, Double> values = new LinkedHashMap<>();
    values.put("up{" + TARGET + "}", 1.0);
    for (var family : Collections.list(registry.filteredMetricFamilySamples(wanted))) {
      for (Collector.MetricFamilySamples.Sample sample : family.samples) {
        if (!sample.name.equals(FREE_SPACE)) {
          values.put(series(sample), value(sample));
        }
      }
    }
    return values;
  }

  private List<RunSnapshot> runs() {
    return files.watcher().snapshots().stream()
        .map(run -> run.with(new HostFacts(process(run), CardUse.NONE)))
        .toList();
  }

  private ProcessState process(RunSnapshot run) {
    return processes.getOrDefault(run.identity().name(), ProcessState.UNSEEN);
  }

  private static String series(Collector.MetricFamilySamples.Sample sample) {
    StringBuilder series = new StringBuilder(sample.name).append('{').append(TARGET);
    for (int i = 0; i < sample.labelNames.size(); i++) {
      String value = sample.labelValues.get(i).replace("\\", "\\\\").replace("\"", "\\\"");
      series.append(',').append(sample.labelNames.get(i)).append("=\"").append(value).append('"');
    }
    return series.append('}').toString();
  }

  private double value(Collector.MetricFamilySamples.Sample sample) {
    return sample.name.endsWith("_timestamp_seconds") ? sample.value - origin : sample.value;
  }

  ScrapedSeries stored() {
    return stored;
  }

  int scrapes() {
    return scrapes;
  }
}
