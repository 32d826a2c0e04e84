package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Promtool;

/**
 * The state that the dashboards of many runs give a run after ten hours, with scrapes of the last
 * 36 minutes and records of before.
 */
final class RunStatesTest {
  private static final int MINUTES = 600;
  private static final List<String> STATES = List.of("training", "stalled", "finished");

  @TempDir private Path directory;
  private final List<String> series = new ArrayList<>();

  /**
   * Minutes in one state.
   *
   * @param state or empty while no exporter shows the run
   */
  private record Span(int minutes, String state) {}

  private static Span span(int minutes, String state) {
    return new Span(minutes, state);
  }

  private static Span gone(int minutes) {
    return new Span(minutes, "");
  }

  private void scraped(String instance, Span... spans) {
    STATES.forEach(state -> add("training_run_state", instance, state, spans));
    add("training_run_info", instance, "", spans);
  }

  private void add(String metric, String instance, String state, Span... spans) {
    StringBuilder values = new StringBuilder();
    for (Span span : spans) {
      int value = state.isEmpty() || span.state.equals(state) ? 1 : 0;
      String notation = span.state.isEmpty() ? " _x%d" : " " + value + "x%d";
      values.append(notation.formatted(span.minutes - (span.state.isEmpty() ? 0 : 1)));
    }
    String label = state.isEmpty() ? "" : ",state=\"" + state + '"';
    add(metric + "{run=\"llm\",instance=\"" + instance + '"' + label + '}', values.toString());
  }

  /** What rules/last.yml records while the run is in that state. */
  private void recorded(String state, int from, int to) {
    String values =
        IntStream.rangeClosed(0, to)
            .mapToObj(at -> at >= from && at % 30 == 0 ? Integer.toString(60 * at) : "_")
            .reduce("", (all, one) -> all + " " + one);
    add("run:training_run_state:time{run=\"llm\",state=\"" + state + "\"}", values);
  }

  private void add(String name, String values) {
    series.add("  - {series: '" + name + "', values: '" + values.strip() + "'}\n");
  }

  /** The queries of both dashboards that count runs by state must count this one there. */
  private void assertIs(String state) throws IOException, InterruptedException {
    StringBuilder file = new StringBuilder("tests:\n- interval: 1m\n  input_series:\n");
    series.forEach(file::append);
    file.append("  promql_expr_test:\n");
    for (Dashboard dashboard : Dashboard.all()) {
      for (Dashboard.Query query : dashboard.queries()) {
        if (query.owner().equals("Runs by state")) {
          file.append("  - expr: '").append(filled(query.expr())).append("'\n");
          file.append("    eval_time: 600m\n    exp_samples:\n    - labels: '{state=\"");
          file.append(state).append("\"}'\n      value: 1\n");
        }
      }
    }
    Path test = Files.writeString(directory.resolve("states.yml"), file);
    assertEquals("", Promtool.test(test));
  }

  private static String filled(String query) {
    return query
        .replace("${near}", "2160")
        .replace("$__range", "1d")
        .replace("$name", "")
        .replace("$state", ".+");
  }

  @Test
  void a_run_that_is_shown_is_in_its_newest_state() throws IOException, InterruptedException {
    scraped("a", span(MINUTES - 2, "training"), span(3, "stalled"));
    recorded("training", 0, MINUTES - 3);
    assertIs("stalled");
  }

  @Test
  void a_run_whose_exporter_went_while_it_trained_is_unwatched()
      throws IOException, InterruptedException {
    scraped("a", span(590, "training"), gone(11));
    recorded("training", 0, 589);
    assertIs("unwatched");
  }

  @Test
  void a_run_that_trained_again_before_its_exporter_went_is_unwatched()
      throws IOException, InterruptedException {
    scraped("a", span(575, "finished"), span(15, "training"), gone(11));
    recorded("finished", 0, 574);
    assertIs("unwatched");
  }

  @Test
  void a_run_that_was_over_before_its_exporter_went_stays_over()
      throws IOException, InterruptedException {
    scraped("a", span(575, "training"), span(15, "finished"), gone(11));
    recorded("training", 0, 574);
    assertIs("finished");
  }

  @Test
  void the_newest_record_says_what_a_run_of_long_ago_was()
      throws IOException, InterruptedException {
    scraped("a", span(300, "training"), span(100, "finished"), gone(201));
    recorded("training", 0, 299);
    recorded("finished", 300, 399);
    assertIs("finished");
  }

  @Test
  void a_run_of_long_ago_that_was_not_over_is_unwatched() throws IOException, InterruptedException {
    scraped("a", span(300, "finished"), span(100, "training"), gone(201));
    recorded("finished", 0, 299);
    recorded("training", 300, 399);
    assertIs("unwatched");
  }

  @Test
  void an_exporter_that_still_shows_the_run_goes_before_one_that_went()
      throws IOException, InterruptedException {
    scraped("a", span(580, "finished"), gone(21));
    scraped("b", span(MINUTES + 1, "training"));
    recorded("finished", 0, 579);
    recorded("training", 0, MINUTES);
    assertIs("training");
  }
}
