package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.run.CostRule;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.config.value.Glob;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.config.value.LogLevel;
import org.trainingexporter.config.value.ProcessMode;
import org.trainingexporter.web.flag.ConfigException;
import org.trainingexporter.web.flag.ListenAddress;

final class SettingsTest {
  private static final String FULL = "src/test/resources/config/full.yml";

  @Test
  void nothing_given_means_the_defaults() {
    Settings settings = read(Map.of(), Map.of());

    assertEquals(new ListenAddress("", 9409), settings.get(Flags.WEB_LISTEN_ADDRESS));
    assertEquals(Optional.empty(), settings.get(Flags.CONFIG_FILE));
    assertEquals(Optional.empty(), settings.get(Flags.WEB_CONFIG_FILE));
    assertEquals("", settings.get(Flags.WEB_EXTERNAL_URL));
    assertEquals("", settings.get(Flags.WEB_ROUTE_PREFIX));
    assertEquals("", settings.grafanaUrl());
    assertEquals("live", settings.get(Flags.WEB_REFRESH));
    assertEquals("", settings.routePrefix());
    assertEquals(false, settings.get(Flags.WEB_ENABLE_LIFECYCLE));
    assertEquals(16777216, settings.get(Flags.TAIL_MAX_LINE_BYTES));
    assertEquals(true, settings.get(Flags.TAIL_FOLLOW_OUTSIDE));
    assertEquals(20000, settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
    assertEquals(List.of(), settings.get(Flags.METRICS_SETTINGS));
    assertEquals(Optional.empty(), settings.get(Flags.RUNS_MAX_AGE));
    assertEquals(Optional.empty(), settings.get(Flags.HISTORY_URL));
    assertEquals(Duration.ofSeconds(15), settings.get(Flags.HISTORY_INTERVAL));
    assertEquals(Map.of(), settings.get(Flags.HISTORY_LABELS));
    assertEquals(Optional.empty(), settings.get(Flags.HISTORY_CONFIG_FILE));
    assertEquals(GpuMode.AUTO, settings.get(Flags.GPU));
    assertEquals(Optional.empty(), settings.get(Flags.GPU_LIBRARY));
    assertEquals(Duration.ofSeconds(5), settings.get(Flags.GPU_INTERVAL));
    assertEquals(false, settings.get(Flags.GPU_PCIE_THROUGHPUT));
    assertEquals(LogLevel.INFO, settings.get(Flags.LOG_LEVEL));
    assertEquals(List.of(), settings.runs());
  }

  @Test
  void a_file_sets_every_key() {
    Settings settings = read(Map.of("config.file", FULL), Map.of());

    assertEquals(new ListenAddress("127.0.0.1", 9500), settings.get(Flags.WEB_LISTEN_ADDRESS));
    assertEquals(
        Optional.of(Path.of("src/test/resources/config/web.yml")),
        settings.get(Flags.WEB_CONFIG_FILE));
    assertEquals("https://example.org/lab/training/", settings.get(Flags.WEB_EXTERNAL_URL));
    assertEquals("/training", settings.routePrefix());
    assertEquals("30", settings.get(Flags.WEB_REFRESH));
    assertEquals(1048576, settings.get(Flags.TAIL_MAX_LINE_BYTES));
    assertEquals(true, settings.get(Flags.WEB_ENABLE_LIFECYCLE));
    assertEquals(false, settings.get(Flags.TAIL_FOLLOW_OUTSIDE));
    assertEquals(500, settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
    assertEquals(List.of("lr", "optimizer.name"), settings.get(Flags.METRICS_SETTINGS));
    assertEquals(Optional.of(Duration.ofMinutes(90)), settings.get(Flags.RUNS_MAX_AGE));
    assertEquals(
        Optional.of(URI.create("https://mimir:8080/api/v1/push")), settings.get(Flags.HISTORY_URL));
    assertEquals(Duration.ofSeconds(30), settings.get(Flags.HISTORY_INTERVAL));
    assertEquals(
        Map.of("instance", "node1:9409", "cluster", "a100"), settings.get(Flags.HISTORY_LABELS));
    assertEquals(
        Optional.of(Path.of("src/test/resources/config/history.yml")),
        settings.get(Flags.HISTORY_CONFIG_FILE));
    assertEquals(GpuMode.OFF, settings.get(Flags.GPU));
    assertEquals(
        Optional.of(Path.of("/opt/nvidia/libnvidia-ml.so.1")), settings.get(Flags.GPU_LIBRARY));
    assertEquals(Duration.ofMillis(1500), settings.get(Flags.GPU_INTERVAL));
    assertEquals(true, settings.get(Flags.GPU_PCIE_THROUGHPUT));
    assertEquals(ProcessMode.OFF, settings.get(Flags.PROCESSES));
    assertEquals(Optional.of(2.49), settings.get(Flags.COST_PER_GPU_HOUR));
    assertEquals("EUR", settings.get(Flags.COST_CURRENCY));
    assertEquals(LogLevel.DEBUG, settings.get(Flags.LOG_LEVEL));
    assertEquals(
        List.of(
            new RunRule(
                new Glob("llm/*"),
                Optional.of(11790L),
                Optional.of(944L),
                Optional.of(5e-6),
                Optional.of(Path.of("/mnt/checkpoints")),
                Optional.of(ZoneId.of("Europe/Berlin")),
                Map.of("my_loss", "loss", "data/lr", "learning_rate"),
                List.of("0", "GPU-5a6b7c8d-0000-1111-2222-333344445555"),
                new CostRule(
                    Optional.of(1.8),
                    "USD",
                    Optional.of(16L),
                    Optional.of(7.6e9),
                    Optional.of(989e12))),
            new RunRule(
                new Glob("**"),
                Optional.empty(),
                Optional.of(0L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of(),
                CostRule.NONE)),
        settings.runs());
  }

  @ParameterizedTest
  @CsvSource({
    "'','',''",
    "https://example.org/,'',''",
    "https://example.org/lab/training/,'',/lab/training",
    "/lab,'',/lab",
    "https://example.org/lab,/,''",
    "https://example.org/lab,training/,/training",
    "'',//a/b//,/a/b",
  })
  void the_prefix_of_paths_is_that_of_the_outer_address_unless_it_is_given(
      String url, String prefix, String expected) {
    Settings settings = read(Map.of("web.external-url", url, "web.route-prefix", prefix), Map.of());

    assertEquals(expected, settings.routePrefix());
  }

  @ParameterizedTest
  @CsvSource({
    "'',''",
    "https://example.org,https://example.org/",
    "https://example.org/grafana/,https://example.org/grafana/",
    "/grafana,/grafana/",
    "/,/",
  })
  void the_address_of_grafana_ends_with_a_slash(String url, String expected) {
    assertEquals(expected, read(Map.of("web.grafana-url", url), Map.of()).grafanaUrl());
  }

  @Test
  void what_is_no_address_of_grafana_is_a_mistake() {
    assertEquals(
        "--web.grafana-url: expected an address such as https://example.org/training/, got"
            + " \"javascript:alert(1)\"",
        rejection(Map.of("web.grafana-url", "javascript:alert(1)"), Map.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"example.org/lab", "ftp://example.org", "https://", "https://a/?b", "http://a/#b"})
  void what_is_no_outer_address_is_a_mistake(String url) {
    assertEquals(
        "--web.external-url: expected an address such as https://example.org/training/, got \""
            + url
            + "\"",
        rejection(Map.of("web.external-url", url), Map.of()));
  }

  @Test
  void the_first_rule_that_matches_a_run_counts() {
    Settings settings = read(Map.of("config.file", FULL), Map.of());

    assertEquals(Optional.of(944L), settings.ruleFor("llm/a").flatMap(RunRule::warmupSteps));
    assertEquals(Optional.of(0L), settings.ruleFor("llm/a/b").flatMap(RunRule::warmupSteps));
    assertEquals(Optional.of(0L), settings.ruleFor("vision").flatMap(RunRule::warmupSteps));
    assertEquals(Optional.empty(), read(Map.of(), Map.of()).ruleFor("vision"));
  }

  private static Settings read(Map<String, String> flags, Map<String, String> variables) {
    return Settings.read(List.of(), flags, variables);
  }

  private static String rejection(Map<String, String> flags, Map<String, String> variables) {
    return assertThrows(ConfigException.class, () -> read(flags, variables)).getMessage();
  }
}
