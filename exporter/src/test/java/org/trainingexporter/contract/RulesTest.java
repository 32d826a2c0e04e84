package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trainingexporter.contract.PrometheusFiles.Alert;
import org.trainingexporter.testing.Promtool;

/** Prometheus' and Alertmanager's own tools accept what {@code prometheus/} holds. */
final class RulesTest {
  private static final Pattern THRESHOLD = Pattern.compile("threshold:\\w+");
  private static final Pattern BARE_NUMBER = Pattern.compile("[<>]=?\\s*(?!0(?![\\d.]))\\d");

  @Test
  void prometheus_accepts_the_configuration() throws Exception {
    accepts("promtool", "prometheus", List.of("check", "config", "prometheus.yml"));
  }

  @Test
  void prometheus_accepts_every_rule_file() throws Exception {
    accepts("promtool", "prometheus", command("check", PrometheusFiles.allRuleFiles()));
  }

  @Test
  void alerts_fire_and_stay_silent_as_their_tests_say() throws Exception {
    accepts("promtool", "prometheus", command("test", PrometheusFiles.testFiles()));
  }

  @Test
  void alertmanager_accepts_its_configuration() throws Exception {
    accepts("amtool", "prometheus-alertmanager", List.of("check-config", "alertmanager.yml"));
  }

  @Test
  void loads_every_rule_file_but_the_optional_ones() {
    assertEquals(PrometheusFiles.ruleFiles(), PrometheusFiles.loadedRuleFiles());
    assertFalse(PrometheusFiles.optionalRuleFiles().isEmpty(), "optional/ holds no rules");
  }

  @Test
  void every_threshold_is_defined_once_and_used() {
    Set<String> defined = new HashSet<>();
    PrometheusFiles.rules(PrometheusFiles.ROOT.resolve("rules/thresholds.yml"))
        .forEach(rule -> defined.add(rule.path("record").asText()));
    Set<String> used = new HashSet<>();
    for (Alert alert : PrometheusFiles.alerts()) {
      Matcher names = THRESHOLD.matcher(alert.expression());
      while (names.find()) {
        used.add(names.group());
      }
    }
    assertEquals(defined, used, "an undefined threshold would silence its alert");
  }

  @Test
  void no_alert_compares_with_a_number_of_its_own() {
    List<Alert> own =
        PrometheusFiles.alerts().stream()
            .filter(alert -> BARE_NUMBER.matcher(alert.expression()).find())
            .toList();
    assertEquals(List.of(), own, "the number belongs into rules/thresholds.yml");
  }

  private static List<String> command(String verb, List<Path> files) {
    List<String> arguments = new ArrayList<>(List.of(verb, "rules"));
    files.forEach(file -> arguments.add(PrometheusFiles.ROOT.relativize(file).toString()));
    return arguments;
  }

  private static void accepts(String tool, String debianPackage, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(arguments);
    command.add(0, tool);
    Process process;
    try {
      process = Promtool.process(command).directory(PrometheusFiles.ROOT.toFile()).start();
    } catch (IOException e) {
      fail(tool + " is missing: apt-get install " + debianPackage, e);
      return;
    }
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor(), String.join(" ", command) + "\n" + output);
  }
}
