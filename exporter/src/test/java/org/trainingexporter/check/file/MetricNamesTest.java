package org.trainingexporter.check.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.trainingexporter.contract.Dashboard;
import org.trainingexporter.contract.PrometheusFiles;
import org.trainingexporter.contract.RuleMetricsTest;

/** Dashboards and documentation name only metrics that docs/metrics.md promises. */
final class MetricNamesTest {
  private static final Path ROOT = Path.of("..");
  // A program and a file.
  private static final Set<String> NO_METRICS = Set.of("nvidia_gpu_exporter", "training_log");

  /** Its metrics are generated, and its samples have names of logs that look like metrics. */
  private static final String OF_SAMPLES = "writers.md";

  @Test
  void every_metric_in_dashboards_exists() {
    Stream<String> queries =
        Dashboard.all().stream().flatMap(it -> it.queries().stream()).map(Dashboard.Query::expr);
    Set<String> unknown = RuleMetricsTest.names(queries);
    assertFalse(unknown.isEmpty(), "no dashboard names a metric of ours");
    unknown.removeAll(promised());
    assertEquals(Set.of(), unknown);
  }

  @Test
  void every_metric_in_the_documentation_exists() throws IOException {
    Set<String> unknown = new TreeSet<>();
    for (Path file : pages()) {
      Set<String> names = RuleMetricsTest.names(PrometheusFiles.lines(file).stream());
      names.removeAll(promised());
      names.removeAll(NO_METRICS);
      names.forEach(name -> unknown.add(file + ": " + name));
    }
    assertEquals(Set.of(), unknown);
  }

  private static List<Path> pages() throws IOException {
    try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
      Stream<Path> others =
          Stream.of("README.md", "grafana/README.md", "prometheus/runbook.md").map(ROOT::resolve);
      return Stream.concat(docs.filter(file -> file.toString().endsWith(".md")), others)
          .filter(file -> !file.endsWith(OF_SAMPLES))
          .toList();
    }
  }

  private static Set<String> promised() {
    return RuleMetricsTest.names(PrometheusFiles.lines(RuleMetricsTest.METRICS).stream());
  }
}
