package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.contract.PrometheusFiles.Alert;

/** No alert lacks its test, its words, or its place in the runbook. */
final class AlertsTest {
  private static final Pattern NUMBER =
      Pattern.compile("\\{\\{ \\$value \\| (humanize\\w*|printf \"[^\"]+\") }}");

  private static final Set<String> DASHBOARDS =
      Dashboard.all().stream().map(Dashboard::uid).collect(Collectors.toSet());

  static List<Alert> alerts() {
    return PrometheusFiles.alerts();
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void is_silent_just_before_and_fires_just_after(Alert alert) {
    NavigableMap<Integer, Boolean> firing = assertions(alert);
    int first =
        firing.keySet().stream()
            .filter(firing::get)
            .findFirst()
            .orElseThrow(() -> new AssertionError("no test sees " + alert + " fire"));
    assertTrue(
        firing.containsKey(first - 1),
        alert + " fires at " + first + "m; the minute before is not tested");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void ends_with_its_run(Alert alert) {
    if (!alert.expression().contains("run:training_")) {
      return;
    }
    String series = testGroup(alert).path("input_series").toString();
    assertTrue(series.contains("abandoned") && series.contains("finished"), alert + ": " + series);
    assertFalse(assertions(alert).lastEntry().getValue(), alert + " goes on");
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void says_how_bad_it_is_in_words_and_numbers(Alert alert) {
    String severity = severity(alert);
    assertTrue(Set.of("critical", "warning").contains(severity), alert + ": " + severity);
    assertTrue(alert.annotation("summary").contains("{{ $labels."), alert + " names nothing");
    String description = alert.annotation("description");
    assertTrue(NUMBER.matcher(description).find(), alert + " without number: " + description);
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void leads_to_where_it_can_be_seen(Alert alert) {
    boolean ofRun = alert.annotation("summary").contains("{{ $labels.run }}");
    assertEquals(ofRun, alert.annotation("position").contains("run:training_position"));
    String dashboard = alert.annotation("dashboard_url");
    assertTrue(dashboard.startsWith("{{ range query \"link:grafana\" }}{{ .Labels.url }}/d/"));
    String uid = dashboard.replaceFirst(".*/d/([\\w-]+).*", "$1");
    assertTrue(DASHBOARDS.contains(uid), alert + " leads to no dashboard: " + dashboard);
    assertEquals(ofRun, uid.equals("training-run"), dashboard);
    if (ofRun) {
      assertTrue(alert.annotation("page_url").contains("?run={{ $labels.run | urlquery }}"));
    }
  }

  @ParameterizedTest
  @MethodSource("alerts")
  void leads_to_its_part_of_the_runbook(Alert alert) {
    assertEquals(
        "{{ $externalURL }}/user/runbook.md#" + alert.name().toLowerCase(Locale.ROOT),
        alert.annotation("runbook_url"));
    List<String> runbook = PrometheusFiles.lines(PrometheusFiles.ROOT.resolve("runbook.md"));
    int heading = runbook.indexOf("## " + alert);
    assertTrue(heading >= 0, "runbook.md has no heading ## " + alert);
    for (int i = 0; i < 3; i++) {
      String start = List.of("**Means.**", "**Look at.**", "**Do.**").get(i);
      String line = runbook.get(heading + 2 + 2 * i);
      assertTrue(line.startsWith(start), alert + " should say " + start + ": " + line);
    }
  }

  @Test
  void nothing_is_tested_or_explained_that_is_no_alert() {
    Set<String> names = new HashSet<>();
    Set<String> rules = new HashSet<>();
    for (Alert alert : alerts()) {
      names.add(alert.name());
      assertTrue(rules.add(alert + ", " + severity(alert)), "twice: " + alert);
    }
    Set<String> spoken = new HashSet<>();
    PrometheusFiles.lines(PrometheusFiles.ROOT.resolve("runbook.md")).stream()
        .filter(line -> line.startsWith("## "))
        .forEach(line -> spoken.add(line.substring(3)));
    PrometheusFiles.testGroups().stream()
        .filter(group -> group.has("alert_rule_test")) // Others test rules that only record.
        .forEach(group -> spoken.add(group.path("name").asText().split(" ", 2)[0]));
    assertEquals(names, spoken);
  }

  private static String severity(Alert alert) {
    return alert.rule().path("labels").path("severity").asText();
  }

  private static JsonNode testGroup(Alert alert) {
    return PrometheusFiles.testGroups().stream()
        .filter(group -> group.path("name").asText().equals(alert.name()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no promtool test is named " + alert));
  }

  /** Minute to whether the test of the alert's name expects it to fire then. */
  private static NavigableMap<Integer, Boolean> assertions(Alert alert) {
    NavigableMap<Integer, Boolean> firing = new TreeMap<>();
    PrometheusFiles.stream(testGroup(alert).path("alert_rule_test"))
        .filter(check -> check.path("alertname").asText().equals(alert.name()))
        .forEach(
            check -> {
              String time = check.path("eval_time").asText();
              assertTrue(time.matches("\\d+m"), alert + ": minutes expected, not " + time);
              int minute = Integer.parseInt(time.substring(0, time.length() - 1));
              firing.put(minute, !check.path("exp_alerts").isEmpty());
            });
    return firing;
  }
}
