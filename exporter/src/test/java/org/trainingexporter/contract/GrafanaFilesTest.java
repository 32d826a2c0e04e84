package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.testing.ExpectedFile;

/**
 * What is made of other files for Grafana is current: {@code grafana/export} of the dashboards and
 * {@code grafana/alerting} of Prometheus' rules. {@code -Dupdate.grafana=true} makes them anew.
 */
final class GrafanaFilesTest {
  private static final Path EXPORT = Path.of("..", "grafana", "export");
  private static final String ALERTS = "../grafana/alerting/training.yaml";

  static List<Dashboard> dashboards() {
    return Dashboard.all();
  }

  private static List<JsonNode> alerts() throws IOException {
    List<JsonNode> rules = new ArrayList<>();
    JsonNode file = GrafanaAlerts.read(Files.readString(Path.of(ALERTS)));
    file.path("groups").forEach(group -> group.path("rules").forEach(rules::add));
    return rules;
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void a_dashboard_for_import_is_current(Dashboard dashboard) throws IOException {
    new ExpectedFile(EXPORT.resolve(dashboard.toString()).toString(), "update.grafana")
        .assertHolds(CanonicalJson.of(GrafanaExport.of(dashboard)));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void a_dashboard_for_import_asks_for_its_data_source(Dashboard dashboard) {
    JsonNode made = GrafanaExport.of(dashboard);
    assertEquals("DS_PROMETHEUS", made.at("/__inputs/0/name").asText());
    assertFalse(made.toString().contains("datasource}"), "no variable names it");
    assertEquals(dashboard.variables().size() - 1, made.at("/templating/list").size());
    for (JsonNode panel : made.path("panels")) {
      assertTrue(
          panel.path("type").asText().equals("row")
              || panel.at("/datasource/uid").asText().equals("${DS_PROMETHEUS}"),
          panel.path("title").asText());
    }
  }

  @Test
  void there_is_an_export_of_each_dashboard_and_no_other() throws IOException {
    Set<String> exported = new HashSet<>();
    try (Stream<Path> files = Files.list(EXPORT)) {
      files.forEach(file -> exported.add(file.getFileName().toString()));
    }
    Set<String> wanted = new HashSet<>();
    dashboards().forEach(it -> wanted.add(it.toString()));
    assertEquals(wanted, exported);
  }

  @Test
  void grafanas_alerts_are_current() throws IOException {
    new ExpectedFile(ALERTS, "update.grafana").assertHolds(GrafanaAlerts.file());
  }

  @Test
  void each_alert_of_prometheus_is_one_of_grafana_with_the_same_condition() throws IOException {
    TreeMap<String, String> wanted = new TreeMap<>();
    for (PrometheusFiles.Alert alert : PrometheusFiles.alerts()) {
      String severity = alert.rule().at("/labels/severity").asText();
      wanted.put(alert.name() + " " + severity, alert.expression().strip());
    }
    TreeMap<String, String> made = new TreeMap<>();
    for (JsonNode rule : alerts()) {
      String name = rule.path("title").asText().replace(" (critical)", "");
      String severity = rule.at("/labels/severity").asText();
      made.put(name + " " + severity, rule.at("/data/0/model/expr").asText());
    }
    assertEquals(wanted, made);
    assertEquals(PrometheusFiles.alerts().size(), alerts().size());
  }

  @Test
  void grafanas_alerts_have_ids_of_their_own_and_templates_that_grafana_knows() throws IOException {
    Set<String> ids = new HashSet<>();
    for (JsonNode rule : alerts()) {
      String id = rule.path("uid").asText();
      assertTrue(ids.add(id) && id.length() <= 40, id);
      String words = rule.path("annotations").toString();
      assertFalse(words.contains("| query "), id + " asks in a template: " + words);
      assertFalse(words.contains("range query"), id + " asks in a template: " + words);
      assertTrue(words.contains("externalURL }}d/training-"), id + " leads to no dashboard");
      assertFalse(words.contains("$value ") || words.contains("$externalURL"), id + ": " + words);
      assertTrue(words.contains("runbook.md#"), id);
      assertFalse(rule.path("labels").toString().contains("$"), id + ": Grafana would replace it");
    }
  }
}
