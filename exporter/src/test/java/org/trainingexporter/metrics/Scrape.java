package org.trainingexporter.metrics;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.exporter.common.TextFormat;
import java.io.IOException;
import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.trainingexporter.run.RunSnapshot;

/** What collectors answer to a scrape. */
final class Scrape {
  static final double NOW = 1_763_800_000;

  private Scrape() {}

  static TrainingMetrics training(int maxSeries, RunSnapshot... runs) {
    return new TrainingMetrics(
        () -> List.of(runs), () -> Instant.ofEpochSecond((long) NOW), maxSeries);
  }

  /** The Prometheus text of those runs at {@link #NOW}. */
  static String of(RunSnapshot... runs) {
    return text(training(20_000, runs));
  }

  static String text(Collector collector) {
    return write(collector, Set.of(), TextFormat.CONTENT_TYPE_004);
  }

  static String openMetrics(Collector collector) {
    return write(collector, Set.of(), TextFormat.CONTENT_TYPE_OPENMETRICS_100);
  }

  static String filtered(Collector collector, String... names) {
    return write(collector, Set.of(names), TextFormat.CONTENT_TYPE_004);
  }

  private static String write(Collector collector, Set<String> names, String contentType) {
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(collector);
    StringWriter out = new StringWriter();
    try {
      TextFormat.writeFormat(contentType, out, registry.filteredMetricFamilySamples(names));
    } catch (IOException e) {
      throw new AssertionError("a StringWriter does not fail", e);
    }
    return out.toString();
  }

  /** The samples, without what describes them. */
  static List<String> samples(String text) {
    return text.lines().filter(line -> !line.startsWith("#")).toList();
  }
}
