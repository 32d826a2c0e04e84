package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.testing.ExpectedFile;

/** The dashboards keep the conventions of {@code grafana/README.md}. */
final class DashboardsTest {
  private static final Pattern VARIABLE = Pattern.compile("\\$\\{?([a-zA-Z_]\\w*)");
  private static final Pattern LINK = Pattern.compile("/d/([\\w-]+)");
  private static final Pattern IN_ITALICS = Pattern.compile("\\*([^*]+)\\*");
  private static final int COLUMNS = 24;

  static List<Dashboard> dashboards() {
    return Dashboard.all();
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void is_canonical(Dashboard dashboard) throws IOException {
    new ExpectedFile(dashboard.file().toString(), "update.grafana")
        .assertHolds(CanonicalJson.of(dashboard.json()));
    assertFalse(dashboard.json().has("id"), "an id at the root belongs to one Grafana's database");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void loads_in_every_grafana_since_ten(Dashboard dashboard) {
    assertEquals(39, dashboard.json().path("schemaVersion").asInt());
    assertFalse(dashboard.json().path("editable").asBoolean(true));
    assertTrue(dashboard.json().path("refresh").isTextual());
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void every_panel_explains_itself(Dashboard dashboard) {
    for (JsonNode panel : dashboard.panels()) {
      String title = panel.path("title").asText();
      assertFalse(title.isBlank(), dashboard + ": a panel has no title");
      if (panel.path("type").asText().equals("row")) {
        continue;
      }
      JsonNode defaults = panel.path("fieldConfig").path("defaults");
      String description = panel.path("description").asText();
      assertTrue(description.contains("Good:"), title + " does not say what is good");
      assertFalse(defaults.path("unit").asText().isEmpty(), title + " has no unit");
      boolean joined = panel.path("transformations").findValuesAsText("id").contains("merge");
      boolean table = panel.path("type").asText().equals("table");
      // In a table of several queries the words would fill each empty cell.
      assertTrue(
          (table && joined) || defaults.has("noValue"), title + " says nothing without data");
      assertEquals("${datasource}", panel.path("datasource").path("uid").asText(), title);
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void every_panel_has_its_own_id_and_place(Dashboard dashboard) {
    Set<Integer> ids = new HashSet<>();
    Map<String, String> taken = new HashMap<>();
    for (JsonNode panel : dashboard.panels()) {
      String title = panel.path("title").asText();
      assertTrue(ids.add(panel.path("id").asInt()), title + " has the id of another");
      JsonNode place = panel.path("gridPos");
      int right = place.path("x").asInt() + place.path("w").asInt();
      assertTrue(right <= COLUMNS, title + " is too wide");
      for (int x = place.path("x").asInt(); x < right; x++) {
        int below = place.path("y").asInt() + place.path("h").asInt();
        for (int y = place.path("y").asInt(); y < below; y++) {
          String other = taken.put(x + "," + y, title);
          assertEquals(null, other, title + " lies over " + other);
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void every_query_is_either_instant_or_a_range(Dashboard dashboard) {
    for (JsonNode panel : dashboard.panels()) {
      for (JsonNode target : panel.path("targets")) {
        assertNotEquals(
            target.path("range").asBoolean(),
            target.path("instant").asBoolean(),
            panel.path("title") + " " + target.path("refId"));
      }
    }
  }

  /** Grafana merges nothing if one of the answers is empty, since they then share no column. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void a_table_of_runs_or_layers_keeps_its_rows_where_a_column_has_no_data(Dashboard dashboard) {
    for (JsonNode panel : dashboard.panels()) {
      if (panel.path("transformations").findValuesAsText("id").contains("merge")) {
        for (JsonNode target : panel.path("targets")) {
          String expr = target.path("expr").asText();
          boolean ofRun = expr.startsWith("max by (run) (last_over_time(");
          boolean ofLayer = expr.startsWith("max by (layer) (last_over_time(");
          boolean isBase = expr.contains("training_layer_parameters");
          assertTrue(
              isBase || !(ofRun || ofLayer) || !target.path("instant").asBoolean(),
              panel.path("title").asText() + " " + target.path("refId").asText());
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void queries_name_only_variables_that_exist(Dashboard dashboard) {
    Set<String> known =
        new TreeSet<>(
            Set.of("__range", "__range_s", "__interval", "__interval_ms", "__rate_interval"));
    dashboard.variables().forEach(variable -> known.add(variable.path("name").asText()));
    for (Dashboard.Query query : dashboard.queries()) {
      VARIABLE
          .matcher(query.expr())
          .results()
          .map(match -> match.group(1))
          .forEach(name -> assertTrue(known.contains(name), query + ": $" + name));
    }
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void leaves_out_what_grafana_fills(Dashboard dashboard) {
    assertEquals(List.of(), GrafanaDefaults.spelledOut(dashboard));
  }

  @Test
  void uids_are_unique_and_links_lead_somewhere() {
    Set<String> uids = new HashSet<>();
    dashboards().forEach(it -> assertTrue(uids.add(it.uid()), it + ": twice " + it.uid()));
    Set<String> linked = new HashSet<>(linked(PrometheusFiles.text("../grafana/README.md")));
    dashboards().forEach(it -> linked.addAll(linked(it.text())));
    assertTrue(linked.contains("training-run"), "nothing leads to a run");
    linked.removeAll(uids);
    assertEquals(Set.of(), linked, "links to dashboards that do not exist");
  }

  @Test
  void the_folder_says_what_is_in_it() {
    String readme = PrometheusFiles.text("../grafana/README.md");
    for (Dashboard it : dashboards()) {
      assertTrue(readme.contains("| `" + it + "` | `" + it.uid() + "` |"), it + " is not in it");
      assertEquals("training-exporter", it.json().path("tags").path(0).asText());
      assertEquals("training-exporter", it.json().at("/links/0/tags/0").asText());
    }
  }

  @Test
  void counterparts_of_other_dashboards_are_panels_of_the_hardware() {
    String readme = PrometheusFiles.text("../grafana/README.md");
    String[] section = readme.split("## Coming from another GPU dashboard|## Conventions", -1);
    Set<String> titles = new HashSet<>(Set.of("Hardware", "Exporter", "Collectors"));
    Dashboard hardware =
        dashboards().stream().filter(it -> it.uid().equals("training-hardware")).findAny().get();
    hardware.panels().forEach(it -> titles.add(it.path("title").asText()));
    List<String> named = IN_ITALICS.matcher(section[1]).results().map(it -> it.group(1)).toList();
    assertTrue(named.size() > 40, named.size() + " counterparts");
    assertEquals(List.of(), named.stream().filter(it -> !titles.contains(it)).toList());
  }

  private static List<String> linked(String text) {
    return LINK.matcher(text).results().map((MatchResult match) -> match.group(1)).toList();
  }
}
