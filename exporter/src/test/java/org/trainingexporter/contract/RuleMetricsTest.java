package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Rules and their tests name only metrics that docs/metrics.md promises. */
public final class RuleMetricsTest {
  public static final Path METRICS = Path.of("..", "docs", "metrics.md");
  private static final Pattern OURS = Pattern.compile("(?<![\\w:])(?:training|nvidia_gpu)_\\w+");

  @Test
  void every_metric_in_rules_and_their_tests_exists() {
    Set<String> promised = names(PrometheusFiles.lines(METRICS).stream());
    Set<String> unknown = new TreeSet<>(names(expressions()));
    assertFalse(unknown.isEmpty(), "no rule names a metric of ours");
    unknown.addAll(names(testSeries()));
    unknown.removeAll(promised);
    assertEquals(Set.of(), unknown, "not in " + METRICS);
  }

  private static Stream<String> expressions() {
    return PrometheusFiles.allRuleFiles().stream()
        .flatMap(PrometheusFiles::rules)
        .map(rule -> rule.path("expr").asText());
  }

  private static Stream<String> testSeries() {
    return PrometheusFiles.testGroups().stream()
        .flatMap(group -> PrometheusFiles.stream(group.path("input_series")))
        .map(input -> input.path("series").asText());
  }

  public static Set<String> names(Stream<String> texts) {
    Set<String> names = new TreeSet<>();
    texts.forEach(
        text -> {
          Matcher name = OURS.matcher(text);
          while (name.find()) {
            names.add(name.group());
          }
        });
    return names;
  }
}
