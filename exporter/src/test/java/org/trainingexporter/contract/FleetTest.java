package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.contract.Dashboard.Query;

/** A thousand runs on twenty hosts, as the dashboards and the rules see them. */
final class FleetTest {
  private static final String ONE_RUN = "h07-run10";

  @TempDir static Path directory;
  private static ObservedFleet fleet;
  private static AsGrafana grafana;

  @BeforeAll
  static void observe() throws IOException, InterruptedException {
    fleet = new ObservedFleet(directory);
    grafana = new AsGrafana(fleet.prometheus, ObservedFleet.INTERVAL);
  }

  @AfterAll
  static void end() {
    if (fleet != null) {
      fleet.close();
    }
  }

  @Test
  void every_query_of_every_dashboard_is_answered() throws IOException, InterruptedException {
    List<String> rejected = new ArrayList<>();
    for (Dashboard dashboard : Dashboard.all()) {
      for (Query query : dashboard.queries()) {
        JsonNode answer = grafana.ask(query, ONE_RUN);
        if (!answer.path("status").asText().equals("success")) {
          rejected.add(query + ": " + answer.path("error").asText());
        }
      }
    }
    assertEquals(List.of(), rejected);
  }

  @Test
  void each_column_of_the_table_of_runs_has_all_runs() throws IOException, InterruptedException {
    List<String> wrong = new ArrayList<>();
    for (Query query : queries("runs.json", "Runs")) {
      int rows = result(query).size();
      if (!query.range() && rows != fleet.runs.all().size()) {
        wrong.add(query + ": " + rows);
      }
    }
    assertEquals(List.of(), wrong);
  }

  @Test
  void each_run_is_shown_where_its_log_says() throws IOException, InterruptedException {
    assertEquals(written(FleetRuns.Made::step), byLabel("run", query("(training_step", "_plan")));
    assertEquals(written(run -> 100), byLabel("run", query("(training_planned_steps", "_epoch")));
    SortedMap<String, Double> progress =
        byLabel(
            "run", query("(training_step", "", "/ (max by (run) (last_over_time(training_plan"));
    assertEquals(written(run -> run.step() / 100.0), progress);
  }

  @Test
  void runs_are_counted_by_state_on_both_dashboards() throws IOException, InterruptedException {
    Map<String, Double> expected = new TreeMap<>();
    for (String state : List.of("finished", "abandoned", "training")) {
      expected.put(state, (double) fleet.runs.count(state));
    }
    assertEquals(expected, byLabel("state", queries("runs.json", "Runs by state").get(0)));
    assertEquals(expected, byLabel("state", queries("fleet.json", "Runs by state").get(0)));
    assertEquals(expected, byLabel("state", asked("fleet:training_runs")));
  }

  @Test
  void each_host_has_its_runs_in_the_table_of_hosts() throws IOException, InterruptedException {
    List<Query> hosts = queries("fleet.json", "Hosts");
    Query training = hosts.stream().filter(it -> it.expr().contains("warmup")).findFirst().get();
    SortedMap<String, Double> found = byLabel("instance", training);
    assertEquals(fleet.hosts(), found.size());
    double each = (double) fleet.runs.count("training") / fleet.hosts();
    assertTrue(found.values().stream().allMatch(it -> it == each), found.toString());
  }

  @Test
  void rules_record_the_last_values_of_each_run() throws IOException, InterruptedException {
    assertEquals(written(FleetRuns.Made::step), byLabel("run", asked("run:training_step:max")));
    assertEquals(fleet.runs.all().size(), result(asked("run:training_run_state:time")).size());
  }

  private static SortedMap<String, Double> written(ToDoubleFunction<FleetRuns.Made> value) {
    SortedMap<String, Double> values = new TreeMap<>();
    fleet.runs.all().forEach((name, run) -> values.put(name, value.applyAsDouble(run)));
    return values;
  }

  private static List<Query> queries(String dashboard, String panel) {
    return Dashboard.all().stream()
        .filter(it -> it.toString().equals(dashboard))
        .flatMap(it -> it.queries().stream())
        .filter(it -> it.owner().equals(panel))
        .toList();
  }

  /** The query of the table of runs that reads the one metric and has no such other text. */
  private static Query query(String metric, String without) {
    return queries("runs.json", "Runs").stream()
        .filter(it -> it.expr().contains(metric) && !it.expr().contains(without))
        .findFirst()
        .orElseThrow();
  }

  private static Query query(String metric, String without, String with) {
    return queries("runs.json", "Runs").stream()
        .filter(it -> it.expr().contains(metric) && it.expr().contains(with))
        .filter(it -> without.isEmpty() || !it.expr().contains(without))
        .findFirst()
        .orElseThrow();
  }

  private static Query asked(String expression) {
    return new Query(Dashboard.all().get(0), "rules", "", expression, false, "");
  }

  private static JsonNode result(Query query) throws IOException, InterruptedException {
    return grafana.ask(query, ONE_RUN).at("/data/result");
  }

  private static SortedMap<String, Double> byLabel(String label, Query query)
      throws IOException, InterruptedException {
    SortedMap<String, Double> values = new TreeMap<>();
    for (JsonNode one : result(query)) {
      values.put(one.at("/metric/" + label).asText(), one.at("/value/1").asDouble());
    }
    return values;
  }
}
