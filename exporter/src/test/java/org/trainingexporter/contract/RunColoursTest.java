package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.testing.Promtool;

/**
 * Each run that is drawn has a letter, by its name's place; its colour and dashes follow from the
 * letter.
 */
final class RunColoursTest {
  private static final int COLOURS = 12;
  private static final String LOG = "log: ";

  /** What gives each run its letter. */
  private static final Pattern LETTERS =
      Pattern.compile("group by \\(run, n\\) \\((.*)\\), \"run\", \" · \", \"n\", \"run\"");

  @TempDir private Path directory;

  /** The looks by pattern, of a panel that has a line for each run. */
  private record Lines(String title, Map<Pattern, String> looks, Set<String> letters) {
    private List<String> of(String name) {
      return looks.entrySet().stream()
          .filter(it -> it.getKey().matcher(name).find())
          .map(Map.Entry::getValue)
          .toList();
    }
  }

  static Stream<Dashboard> dashboards() {
    return Dashboard.all().stream().filter(it -> !lines(it).isEmpty());
  }

  private static List<Lines> lines(Dashboard dashboard) {
    List<Lines> found = new ArrayList<>();
    for (JsonNode panel : dashboard.panels()) {
      Set<String> letters = new HashSet<>();
      for (JsonNode target : panel.path("targets")) {
        Matcher query = LETTERS.matcher(target.path("expr").asText());
        if (query.find()) {
          letters.add(query.group(1));
        }
      }
      if (!letters.isEmpty()) {
        found.add(new Lines(panel.path("title").asText(), looks(panel), letters));
      }
    }
    return found;
  }

  private static Map<Pattern, String> looks(JsonNode panel) {
    Map<Pattern, String> looks = new LinkedHashMap<>();
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      String expression = override.at("/matcher/options").asText();
      JsonNode properties = override.path("properties");
      if (properties.findValuesAsText("id").contains("color")) {
        String pattern = expression.substring(1, expression.length() - 1);
        looks.put(Pattern.compile(pattern), properties.toString());
      }
    }
    return looks;
  }

  @Test
  void there_are_lines_of_runs_on_two_dashboards() {
    List<String> files = dashboards().map(Dashboard::toString).toList();
    assertEquals(List.of("compare.json", "runs.json"), files);
    dashboards().forEach(it -> assertTrue(lines(it).size() >= 3, it.toString()));
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void every_plot_of_a_dashboard_gives_a_run_the_same_letter_and_look(Dashboard dashboard) {
    Set<String> different = new HashSet<>();
    Set<String> letters = new HashSet<>();
    for (Lines lines : lines(dashboard)) {
      different.add(lines.looks().toString());
      letters.addAll(lines.letters());
    }
    assertEquals(1, different.size());
    assertEquals(1, letters.size());
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void twelve_runs_have_twelve_colours_whatever_they_are_called(Dashboard dashboard)
      throws IOException, InterruptedException {
    Lines lines = lines(dashboard).get(0);
    Map<String, String> letters = letters(lines, 12);
    assertEquals(12, letters.size());
    assertEquals(Set.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J", "K", "L"), all(letters));
    Set<String> colours = new HashSet<>();
    for (Map.Entry<String, String> run : letters.entrySet()) {
      String name = run.getValue() + " · " + run.getKey();
      List<String> looks = lines.of(name);
      assertEquals(1, looks.size(), name);
      assertEquals(looks, lines.of(LOG + name), "on a logarithmic axis");
      colours.add(looks.get(0).replaceFirst(".*?(#\\w{6}).*", "$1"));
    }
    assertEquals(COLOURS, colours.size());
  }

  @Test
  void twenty_runs_have_twenty_looks_where_so_many_are_drawn()
      throws IOException, InterruptedException {
    Dashboard runs = dashboards().filter(it -> it.uid().equals("training-runs")).findFirst().get();
    Lines lines = lines(runs).get(0);
    Set<String> looks = new HashSet<>();
    for (Map.Entry<String, String> run : letters(lines, 20).entrySet()) {
      looks.addAll(lines.of(run.getValue() + " · " + run.getKey()));
    }
    assertEquals(20, looks.size());
  }

  /** The letters follow the order of the variable's values. */
  @ParameterizedTest
  @MethodSource("dashboards")
  void the_runs_that_are_drawn_are_in_the_order_of_their_names(Dashboard dashboard) {
    for (JsonNode variable : dashboard.variables()) {
      if (variable.path("name").asText().equals("shown")) {
        assertEquals(7, variable.path("sort").asInt(), "natural order");
        return;
      }
    }
    fail(dashboard + " has no variable with the runs that are drawn");
  }

  @ParameterizedTest
  @MethodSource("dashboards")
  void a_run_that_is_one_too_many_is_drawn_without_a_letter(Dashboard dashboard)
      throws IOException, InterruptedException {
    Lines lines = lines(dashboard).get(0);
    Map<String, String> letters = letters(lines, 23);
    assertEquals(23, letters.size());
    assertEquals("–", letters.get("run 22"));
    assertEquals(List.of(), lines.of("– · run 22"));
  }

  private static Set<String> all(Map<String, String> letters) {
    return new HashSet<>(letters.values());
  }

  /** The letters of so many runs, as Prometheus gives them; each third run has two exporters. */
  private Map<String, String> letters(Lines lines, int runs)
      throws IOException, InterruptedException {
    List<String> names = IntStream.range(0, runs).mapToObj("run %02d"::formatted).toList();
    Map<String, String> letters = new TreeMap<>();
    StringBuilder series = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < runs; i++) {
      String letter = letter(i, lines.looks().size());
      letters.put(names.get(i), letter);
      append(series, names.get(i), "a");
      if (i % 3 == 0) {
        append(series, names.get(i), "b");
      }
      expected.append(
          "          - {labels: '{run=\"%s\",n=\"%s\"}', value: 1}\n"
              .formatted(names.get(i), letter));
    }
    String query = lines.letters().iterator().next();
    String filled =
        query
            .replace("$__range", "10m")
            .replace("${near}", "600")
            .replace("${shown:pipe}", String.join("|", names))
            .replace("$shown", ".+");
    Path file = directory.resolve("letters.yml");
    Files.writeString(
        file,
        """
        tests:
          - interval: 1m
            input_series:
        %s    promql_expr_test:
              - expr: 'group by (run, n) (%s) and on (run) training_last_update_timestamp_seconds'
                eval_time: 5m
                exp_samples:
        %s"""
            .formatted(series, filled, expected));
    assertEquals("", Promtool.test(file));
    return letters;
  }

  private static void append(StringBuilder series, String run, String exporter) {
    series.append(
        "      - {series: 'training_last_update_timestamp_seconds{run=\"%s\",instance=\"%s\"}', values: '1x10'}\n"
            .formatted(run, exporter));
  }

  private static String letter(int place, int letters) {
    return place < letters ? Character.toString('A' + place) : "–";
  }
}
