package org.trainingexporter.alerts;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.trainingexporter.contract.PrometheusFiles;
import org.trainingexporter.contract.RuleMetricsTest;
import org.trainingexporter.testing.Promtool;

/**
 * A story from the log to the alerts. What the exporter said goes through promtool and all rules,
 * and after each of their evaluations exactly the expected alerts must fire.
 */
final class AlertStory {
  private static final Path RULES = Path.of("..", "prometheus", "rules").toAbsolutePath();
  private static final List<String> READ_BY_OTHERS =
      List.of("links.yml", "thresholds.yml", "runs.yml");
  private static final String GROUP = "  - name: ";
  private static final int SHOWN = 3_000;

  private static final String FIRING =
      "max by (alertname, severity, run) (ALERTS{alertstate=\"firing\"})";

  /** Alert, as its labels without what all have, and when it fires: [from, to) in seconds. */
  private record Firing(String labels, double from, double to) {}

  private final ObservedHost host;
  private final List<Firing> expected = new ArrayList<>();

  private AlertStory(ObservedHost host) {
    this.host = host;
  }

  /**
   * @param interval of scrapes and evaluations
   */
  static AlertStory of(Path directory, Duration interval) throws IOException {
    return new AlertStory(new ObservedHost(directory, interval, metrics()));
  }

  private static Set<String> metrics() throws IOException {
    return RuleMetricsTest.names(
        rules().stream().flatMap(file -> PrometheusFiles.lines(file).stream()));
  }

  private static List<Path> rules() throws IOException {
    try (Stream<Path> files = Files.list(RULES)) {
      return files.sorted().toList();
    }
  }

  ObservedHost host() {
    return host;
  }

  /** The alert about the run fires from then until then, in time since the story began. */
  AlertStory expect(String alert, String severity, String run, Duration from, Duration to) {
    String labels = "{alertname=\"%s\", run=\"%s\", severity=\"%s\"}";
    return expect(labels.formatted(alert, run, severity), from, to);
  }

  /** An alert that names no run. */
  AlertStory expect(String alert, String severity, Duration from, Duration to) {
    return expect("{alertname=\"%s\", severity=\"%s\"}".formatted(alert, severity), from, to);
  }

  private AlertStory expect(String labels, Duration from, Duration to) {
    expected.add(new Firing(labels, from.toMillis() / 1e3, to.toMillis() / 1e3));
    return this;
  }

  /** Fails unless exactly the expected alerts fired. */
  void check() throws IOException, InterruptedException {
    Path test = Files.createTempFile("story", ".test.yml");
    try {
      Files.writeString(test, yaml());
      String said = Promtool.test(test);
      assertEquals("", said.substring(0, Math.min(SHOWN, said.length())));
    } finally {
      Files.delete(test);
    }
  }

  private String yaml() throws IOException {
    String every = host.interval().toSeconds() + "s";
    StringBuilder out = new StringBuilder("rule_files:\n");
    rules().forEach(file -> out.append("  - ").append(file).append('\n'));
    out.append("evaluation_interval: ").append(every).append('\n');
    out.append("group_eval_order: ").append(groups()).append('\n');
    out.append("tests:\n  - interval: ").append(every).append("\n    input_series:\n");
    host.stored().notation().forEach((series, values) -> appendSeries(out, series, values));
    out.append("    promql_expr_test:\n");
    for (int i = 0; i < host.scrapes(); i++) {
      appendCheck(out, i * host.interval().toSeconds());
    }
    return out.toString();
  }

  /** All groups, first those that others read: promtool evaluates what is not listed at once. */
  private static List<String> groups() throws IOException {
    List<Path> ordered = new ArrayList<>();
    READ_BY_OTHERS.forEach(name -> ordered.add(RULES.resolve(name)));
    rules().stream().filter(file -> !ordered.contains(file)).forEach(ordered::add);
    return ordered.stream()
        .flatMap(file -> PrometheusFiles.lines(file).stream())
        .filter(line -> line.startsWith(GROUP))
        .map(line -> line.substring(GROUP.length()))
        .toList();
  }

  private static void appendSeries(StringBuilder out, String series, String values) {
    out.append("      - series: '").append(series.replace("'", "''")).append("'\n");
    out.append("        values: '").append(values).append("'\n");
  }

  private void appendCheck(StringBuilder out, long second) {
    out.append("      - expr: '").append(FIRING).append("'\n");
    out.append("        eval_time: ").append(second).append("s\n        exp_samples:");
    Map<String, Firing> firing = new TreeMap<>();
    expected.stream()
        .filter(it -> it.from <= second && second < it.to)
        .forEach(it -> firing.put(it.labels, it));
    out.append(firing.isEmpty() ? " []\n" : "\n");
    for (String labels : firing.keySet()) {
      out.append("          - labels: '").append(labels).append("'\n            value: 1\n");
    }
  }
}
