package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the dashboards of one run have in common, and what a phone shows of the first. */
final class RunDashboardTest {
  /** A phone's screen, twice, less the menu, the variables and the switches above the panels. */
  private static final int TWO_SCREENS = 2 * 844 - 560;

  /** Height of a row of the grid, with the space below a panel. */
  private static final int GRID_ROW = 38;

  /** Cards up to this width have no room for a link beside their title. */
  private static final int CARD = 6;

  static List<Dashboard> ofOneRun() {
    Set<String> files = Set.of("run.json", "network.json", "experts.json");
    return Dashboard.all().stream().filter(it -> files.contains(it.toString())).toList();
  }

  private static Dashboard run() {
    return ofOneRun().stream().filter(it -> it.uid().equals("training-run")).findFirst().get();
  }

  /** A switch of markers shows what may be many only if it is asked for. */
  @ParameterizedTest
  @MethodSource("ofOneRun")
  void by_default_only_the_markers_that_are_few_are_shown(Dashboard dashboard) {
    Map<String, Boolean> on = new TreeMap<>();
    for (JsonNode marker : dashboard.json().at("/annotations/list")) {
      assertFalse(marker.path("titleFormat").asText().isBlank(), marker.toString());
      assertFalse(marker.has("filter"), "on every plot: " + marker);
      on.put(marker.path("name").asText(), marker.path("enable").asBoolean());
    }
    assertEquals(7, on.size());
    on.values().removeIf(enabled -> !enabled);
    assertEquals(Set.of("Best checkpoint", "Warm-up end", "Rewinds", "Errors"), on.keySet());
  }

  @ParameterizedTest
  @MethodSource("ofOneRun")
  void every_plot_and_table_leads_to_the_page_of_its_run(Dashboard dashboard) {
    for (JsonNode panel : dashboard.panels()) {
      boolean isCard = panel.at("/gridPos/w").asInt() <= CARD;
      if (!panel.path("type").asText().equals("row") && !isCard) {
        String url = panel.at("/links/0/url").asText();
        assertEquals("${page}?run=${run:percentencode}", url, panel.path("title").asText());
      }
    }
    List<String> links = dashboard.json().path("links").findValuesAsText("title");
    assertEquals(List.of("More", "Whole run", "Page"), links);
  }

  @ParameterizedTest
  @MethodSource("ofOneRun")
  void no_curve_goes_on_after_the_newest_record(Dashboard dashboard) {
    String end = "and on (run) max by (run) (last_over_time(training_last_update_timestamp_seconds";
    for (Dashboard.Query query : dashboard.queries()) {
      boolean isOfRun = query.expr().contains("training_");
      boolean overTime = query.range() && !query.ref().equals("old");
      boolean overAxis = query.expr().contains("${axis:raw}");
      boolean ofHost = query.expr().contains("nvidia_gpu_") || query.expr().contains("_info");
      if (isOfRun && overTime && !overAxis && !ofHost) {
        assertTrue(query.expr().contains(end), query.toString());
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ofOneRun")
  void a_plot_over_an_axis_pairs_values_of_one_exporter(Dashboard dashboard) {
    for (JsonNode panel : dashboard.panels()) {
      String title = panel.path("title").asText();
      if (panel.path("type").asText().equals("trend") && title.contains("${axis:text}")) {
        String x = panel.at("/targets/0/expr").asText();
        assertTrue(x.contains("* on (instance, run) group_left () max by (instance, run)"), title);
        assertEquals("Position", panel.at("/options/xField").asText());
      }
    }
  }

  /** Grafana chooses seconds, hours or days by itself. */
  @ParameterizedTest
  @MethodSource("ofOneRun")
  void durations_are_never_divided(Dashboard dashboard) {
    dashboard.queries().forEach(it -> assertFalse(it.expr().contains("/ 3600"), it.toString()));
  }

  /** Three decimals would make 0.000 of a small loss. */
  @ParameterizedTest
  @MethodSource("ofOneRun")
  void small_numbers_keep_their_digits(Dashboard dashboard) {
    for (JsonNode panel : dashboard.panels()) {
      JsonNode defaults = panel.at("/fieldConfig/defaults");
      if (defaults.path("unit").asText().equals("short")) {
        int decimals = defaults.path("decimals").asInt(0);
        assertTrue(decimals == 0, panel.path("title").asText() + " has decimals");
      }
    }
  }

  @Test
  void a_phone_shows_state_progress_and_loss_with_its_curve_on_two_screens() {
    List<JsonNode> panels = new ArrayList<>(run().panels());
    Comparator<JsonNode> down = Comparator.comparingInt(it -> it.at("/gridPos/y").asInt());
    panels.sort(down.thenComparingInt(it -> it.at("/gridPos/x").asInt()));
    List<String> shown = new ArrayList<>();
    int height = 0;
    for (JsonNode panel : panels) {
      height += panel.at("/gridPos/h").asInt() * GRID_ROW;
      if (height <= TWO_SCREENS) {
        shown.add(panel.path("title").asText());
      }
    }
    assertTrue(
        shown.containsAll(List.of("State", "Progress", "Loss", "Training loss")), "" + shown);
  }
}
