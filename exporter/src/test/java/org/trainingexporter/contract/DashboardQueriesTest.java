package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.contract.Dashboard.Query;

/** Every query of every dashboard, asked as Grafana asks it. */
final class DashboardQueriesTest {
  private static final Pattern LEGEND_LABEL = Pattern.compile("\\{\\{(\\w+)}}");
  private static final Pattern LABEL_VALUES =
      Pattern.compile("label_values\\((.*), (?<label>\\w+)\\)");
  private static final Pattern NO_LABEL = Pattern.compile("(Value|Time|Trend)\\b.*|.*\\\\.*");

  private static final Pattern OF_A_RUN = Pattern.compile("run=~\"\\$(run|shown)\"");

  /** What ends a curve at the newest record of its run. */
  private static final String UNTIL_NOW = " @ end())) >= time() - 2 * $__interval_ms / 1000";

  // By title, or title and refId: what the demo's run or its cards do not have, or what is only
  // there while something is wrong.
  private static final Set<String> MAY_BE_EMPTY =
      Set.of(
          "Accuracy",
          "Alerts",
          "Alerts of this run",
          "Best validation, C",
          "Best validation, D",
          "Final figures, I",
          "Newest of all other values",
          "Settings",
          "Hours and cost, C",
          "Hours and cost, D",
          "Hours and cost, E",
          "Idle GPUs of running runs",
          "Latest validation, C",
          "Latest validation, D",
          "Loss, R",
          "Loss, S",
          "Other validation metrics",
          "PCIe traffic",
          "Parts of the reward",
          "Ranks",
          "Reward",
          "Reward over time",
          "Speed, C",
          "Speed, D",
          "Throttled now",
          "Tokens and samples a second",
          "Training loss, R",
          "Training loss, S",
          "Warnings now, B",
          "Warnings, B",
          "$key",
          "$key by ${axis:text}",
          "Ranks that differ",
          "Slowest rank by run",
          "Step time by rank",
          "Tokens a second",
          "What needs a person now");
  // What has not happened yet after 1,200 steps.
  private static final Set<String> MAY_BE_EMPTY_AT_FIRST =
      Set.of(
          "Loss at the end of the plan, B",
          "Restarts, Anno",
          "Restarts, old",
          "Rewinds, Anno",
          "Rewinds, old",
          "Trouble by signal, D");

  @TempDir static Path directory;
  private static ObservedDemo demo;
  private static AsGrafana grafana;

  @BeforeAll
  static void observe() throws IOException, InterruptedException {
    demo = new ObservedDemo(directory);
    grafana = new AsGrafana(demo.prometheus, 1);
  }

  @AfterAll
  static void end() throws IOException {
    if (demo != null) {
      demo.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {ObservedDemo.FINISHED, ObservedDemo.GROWING, "no-such-run"})
  void every_query_is_answered(String run) throws IOException, InterruptedException {
    List<String> rejected = new ArrayList<>();
    for (Query query : queries()) {
      JsonNode answer = grafana.ask(query, run);
      if (!answer.path("status").asText().equals("success")) {
        rejected.add(query + ": " + answer.path("error").asText());
      }
    }
    assertEquals(List.of(), rejected);
  }

  @ParameterizedTest
  @ValueSource(strings = {ObservedDemo.FINISHED, ObservedDemo.GROWING})
  void every_panel_has_its_data(String run) throws IOException, InterruptedException {
    Set<String> empty = new TreeSet<>();
    for (Query query : queries()) {
      boolean isOver = run.equals(ObservedDemo.FINISHED) && query.expr().contains(UNTIL_NOW);
      if (!isOver && grafana.labels(query, run).isEmpty()) {
        empty.add(query.toString());
      }
    }
    empty.removeIf(it -> isOneOf(MAY_BE_EMPTY, it));
    if (run.equals(ObservedDemo.GROWING)) {
      empty.removeIf(it -> isOneOf(MAY_BE_EMPTY_AT_FIRST, it));
    }
    assertEquals(Set.of(), empty);
  }

  @Test
  void a_finished_run_is_not_drawn_flat_to_now() throws IOException, InterruptedException {
    List<Query> curves =
        queries().stream()
            .filter(it -> it.expr().contains(UNTIL_NOW) && OF_A_RUN.matcher(it.expr()).find())
            .toList();
    assertTrue(curves.size() > 20, "curves of a run: " + curves.size());
    for (Query curve : curves) {
      assertEquals(List.of(), grafana.labels(curve, ObservedDemo.FINISHED), curve.toString());
    }
  }

  private static boolean isOneOf(Set<String> titles, String query) {
    String panel = query.substring(query.indexOf(", ") + 2);
    return titles.contains(panel) || titles.contains(panel.substring(0, panel.lastIndexOf(", ")));
  }

  /** A header without rows would leave open whether the table is broken. */
  @Test
  void a_table_of_several_queries_says_why_it_is_empty() throws IOException, InterruptedException {
    List<String> bare = new ArrayList<>();
    for (Dashboard dashboard : RunDashboardTest.ofOneRun()) {
      for (JsonNode panel : dashboard.panels()) {
        boolean isTable = panel.path("type").asText().equals("table");
        if (isTable && !panel.at("/fieldConfig/defaults").has("noValue")) {
          addEmpty(dashboard, panel.path("title").asText(), bare);
        }
      }
    }
    assertEquals(List.of(), bare);
  }

  private static void addEmpty(Dashboard dashboard, String title, List<String> empty)
      throws IOException, InterruptedException {
    for (Query query : dashboard.queries()) {
      if (query.owner().equals(title) && grafana.labels(query, "no-such-run").isEmpty()) {
        empty.add(query.toString());
      }
    }
  }

  @Test
  void every_legend_has_its_labels() throws IOException, InterruptedException {
    List<String> unnamed = new ArrayList<>();
    for (Query query : queries()) {
      Matcher label = LEGEND_LABEL.matcher(query.legend());
      while (label.find()) {
        String name = label.group(1);
        grafana.labels(query, ObservedDemo.FINISHED).stream()
            .filter(labels -> !labels.contains(name))
            .forEach(labels -> unnamed.add(query + ": no " + name + " in " + labels));
      }
    }
    assertEquals(List.of(), unnamed);
  }

  /** A column that a table does not know of would stand in it under the label's name. */
  @Test
  void every_table_knows_the_labels_that_it_gets() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (Dashboard dashboard : Dashboard.all()) {
      for (JsonNode panel : dashboard.panels()) {
        String title = panel.path("title").asText();
        if (panel.path("type").asText().equals("table") && !MAY_BE_EMPTY.contains(title)) {
          Set<String> known = columns(panel);
          Set<String> got = labels(dashboard, title);
          if (!known.equals(got)) {
            wrong.add(dashboard + ", " + title + ": knows " + known + ", gets " + got);
          }
        }
      }
    }
    assertEquals(List.of(), wrong);
  }

  private static Set<String> columns(JsonNode panel) {
    Set<String> columns = new TreeSet<>();
    for (JsonNode step : panel.path("transformations")) {
      JsonNode options = step.path("options");
      options.path("renameByName").fieldNames().forEachRemaining(columns::add);
      options.path("excludeByName").fieldNames().forEachRemaining(columns::add);
      options.path("indexByName").fieldNames().forEachRemaining(columns::add);
      columns.addAll(options.findValuesAsText("rowField"));
      columns.addAll(options.findValuesAsText("columnField"));
    }
    columns.removeIf(name -> NO_LABEL.matcher(name).matches());
    return columns;
  }

  private static Set<String> labels(Dashboard dashboard, String title)
      throws IOException, InterruptedException {
    Set<String> labels = new TreeSet<>();
    for (Query query : dashboard.queries()) {
      if (query.owner().equals(title)) {
        grafana.labels(query, ObservedDemo.FINISHED).forEach(labels::addAll);
      }
    }
    return labels;
  }

  @Test
  void every_variable_has_its_values_and_the_newest_run_comes_first()
      throws IOException, InterruptedException {
    for (Dashboard dashboard : Dashboard.all()) {
      for (JsonNode variable : dashboard.variables()) {
        String query = variable.at("/query/query").asText();
        // The demo's logs have no other values.
        if (query.isEmpty() || variable.path("name").asText().equals("key")) {
          continue;
        }
        Matcher values = LABEL_VALUES.matcher(query);
        String expr =
            values.matches()
                ? "count by (%s) (%s)".formatted(values.group("label"), values.group(1))
                : query.replaceAll("^query_result\\((.*)\\)$", "$1");
        Query asked = new Query(dashboard, variable.path("name").asText(), "", expr, false, "");
        JsonNode found = grafana.ask(asked, ObservedDemo.FINISHED).at("/data/result");
        assertTrue(found.size() > 0, asked + ": " + expr);
        if (asked.owner().equals("run")) {
          List<String> runs = found.findValuesAsText("run");
          runs.removeAll(List.of("newest 3", "newest 12", "all runs"));
          assertEquals(ObservedDemo.GROWING, runs.get(0), asked.toString());
        }
      }
    }
  }

  private static List<Query> queries() {
    return Dashboard.all().stream().flatMap(it -> it.queries().stream()).toList();
  }
}
