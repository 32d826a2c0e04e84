package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The colour of a run's line follows from its whole name, by the overrides of its panel. */
final class RunColoursTest {
  private static final int COLOURS = 12;
  private static final String LOG = "log: ";

  /** The colours by pattern, of each panel that has a line for each run. */
  private static List<Map<Pattern, String>> panels() {
    List<Map<Pattern, String>> panels = new ArrayList<>();
    for (Dashboard dashboard : Dashboard.all()) {
      for (JsonNode panel : dashboard.panels()) {
        Map<Pattern, String> colours = colours(panel);
        if (!colours.isEmpty()) {
          panels.add(colours);
        }
      }
    }
    return panels;
  }

  private static Map<Pattern, String> colours(JsonNode panel) {
    Map<Pattern, String> colours = new LinkedHashMap<>();
    for (JsonNode override : panel.at("/fieldConfig/overrides")) {
      String expression = override.at("/matcher/options").asText();
      JsonNode first = override.at("/properties/0");
      if (expression.startsWith("/^(?:" + LOG) && first.path("id").asText().equals("color")) {
        String pattern = expression.substring(1, expression.length() - 1);
        colours.put(Pattern.compile(pattern), first.at("/value/fixedColor").asText());
      }
    }
    return colours;
  }

  private static List<String> of(String name, Map<Pattern, String> colours) {
    return colours.entrySet().stream()
        .filter(it -> it.getKey().matcher(name).find())
        .map(Map.Entry::getValue)
        .toList();
  }

  private static Map<Pattern, String> common() {
    return panels().get(0);
  }

  @Test
  void every_plot_has_the_same_colours() {
    Set<String> different = new HashSet<>();
    panels().forEach(it -> different.add(it.toString()));
    assertEquals(1, different.size());
    assertTrue(panels().size() >= 12, panels().size() + " panels");
    assertEquals(COLOURS, new HashSet<>(common().values()).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"run-", "seed", "a", "exp_", "gpt2-350M-v", "sweep/lr-3e-4-seed-", "0.1-"})
  void twelve_runs_that_are_numbered_have_twelve_colours(String family) {
    for (String format : List.of("%s%d", "%s%02d", "%s%04d")) {
      Set<String> seen = new HashSet<>();
      IntStream.rangeClosed(1, COLOURS)
          .forEach(i -> seen.addAll(of(format.formatted(family, i), common())));
      assertEquals(COLOURS, seen.size(), family);
    }
  }

  @Test
  void each_name_has_exactly_one_colour_and_the_same_on_a_log_scale() {
    Stream.of("", "alpha", "7", "Ünïcode", "a b", "run 3 (copy)", "log", "x".repeat(200), "12345")
        .forEach(
            name -> {
              List<String> colours = of(name, common());
              assertEquals(1, colours.size(), name);
              assertEquals(colours, of(LOG + name, common()), name);
            });
  }

  /** Not only the end counts: these had one colour by their last character. */
  @Test
  void runs_with_one_ending_differ_by_what_stands_before_it() {
    Set<String> seen = new HashSet<>();
    Stream.of("alpha-1", "beta-1", "gamma-1", "delta-1", "base-1", "large-1")
        .forEach(name -> seen.addAll(of(name, common())));
    assertTrue(seen.size() >= 3, seen.toString());
  }
}
