package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class SettingsTest {
  private static final String FULL = "src/test/resources/config/full.yml";

  @TempDir private Path directory;

  @Test
  void nothing_given_means_the_defaults() {
    Settings settings = read(Map.of(), Map.of());

    assertEquals(new ListenAddress("", 9409), settings.get(Flags.WEB_LISTEN_ADDRESS));
    assertEquals(Optional.empty(), settings.get(Flags.CONFIG_FILE));
    assertEquals(Optional.empty(), settings.get(Flags.WEB_CONFIG_FILE));
    assertEquals("", settings.get(Flags.WEB_EXTERNAL_URL));
    assertEquals("", settings.get(Flags.WEB_ROUTE_PREFIX));
    assertEquals("live", settings.get(Flags.WEB_REFRESH));
    assertEquals("", settings.routePrefix());
    assertEquals(16777216, settings.get(Flags.TAIL_MAX_LINE_BYTES));
    assertEquals(20000, settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
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
    assertEquals(500, settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
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
                List.of("0", "GPU-5a6b7c8d-0000-1111-2222-333344445555")),
            new RunRule(
                new Glob("**"),
                Optional.empty(),
                Optional.of(0L),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Map.of(),
                List.of())),
        settings.runs());
  }

  @Test
  void a_flag_beats_a_variable_beats_the_file() {
    Map<String, String> variables =
        Map.of(
            "TRAINING_EXPORTER_CONFIG_FILE", FULL,
            "TRAINING_EXPORTER_LOG_LEVEL", "warn",
            "TRAINING_EXPORTER_METRICS_MAX_SERIES_PER_RUN", "2");

    Settings settings = read(Map.of("log.level", "error"), variables);

    assertEquals(LogLevel.ERROR, settings.get(Flags.LOG_LEVEL));
    assertEquals(2, settings.get(Flags.METRICS_MAX_SERIES_PER_RUN));
    assertEquals(1048576, settings.get(Flags.TAIL_MAX_LINE_BYTES));
  }

  @Test
  void the_settings_tell_where_each_value_came_from() throws IOException {
    Path file = Files.writeString(directory.resolve("c.yml"), "\nruns.max-age: 7d\n");
    Settings settings =
        read(
            Map.of("config.file", file.toString(), "log.level", "warn"),
            Map.of("TRAINING_EXPORTER_WEB_LISTEN_ADDRESS", ":80"));

    assertEquals(
        List.of(
            "config.file=" + file + " (--config.file)",
            "web.listen-address=:80 (TRAINING_EXPORTER_WEB_LISTEN_ADDRESS)",
            "web.config.file= (default)",
            "web.external-url= (default)",
            "web.route-prefix= (default)",
            "web.refresh=live (default)",
            "tail.max-line-bytes=16777216 (default)",
            "metrics.max-series-per-run=20000 (default)",
            "runs.max-age=7d (" + file + ":2: runs.max-age)",
            "history.url= (default)",
            "history.interval=15s (default)",
            "history.labels= (default)",
            "history.config.file= (default)",
            "gpu=auto (default)",
            "gpu.library= (default)",
            "gpu.interval=5s (default)",
            "gpu.pcie-throughput=false (default)",
            "log.level=warn (--log.level)"),
        settings.describe());
  }

  @Test
  void a_variable_turns_a_switch_on_and_a_flag_takes_it_back() {
    Map<String, String> variables = Map.of("TRAINING_EXPORTER_GPU_PCIE_THROUGHPUT", "true");

    assertEquals(true, read(Map.of(), variables).get(Flags.GPU_PCIE_THROUGHPUT));
    assertEquals(
        false,
        read(Map.of("gpu.pcie-throughput", "false"), variables).get(Flags.GPU_PCIE_THROUGHPUT));
  }

  @Test
  void a_mistake_in_a_value_that_another_source_overrides_is_still_told() {
    Map<String, String> variables = Map.of("TRAINING_EXPORTER_LOG_LEVEL", "loud");

    assertEquals(
        "TRAINING_EXPORTER_LOG_LEVEL: expected error, warn, info or debug, got \"loud\"",
        refusal(Map.of("log.level", "warn"), variables));
  }

  @Test
  void a_variable_that_names_no_flag_is_a_mistake() {
    assertEquals(
        "TRAINING_EXPORTER_PORTS: unknown variable (with \"9409\"), expected one of"
            + " TRAINING_EXPORTER_CONFIG_FILE, TRAINING_EXPORTER_WEB_LISTEN_ADDRESS,"
            + " TRAINING_EXPORTER_WEB_CONFIG_FILE, TRAINING_EXPORTER_WEB_EXTERNAL_URL,"
            + " TRAINING_EXPORTER_WEB_ROUTE_PREFIX, TRAINING_EXPORTER_WEB_REFRESH,"
            + " TRAINING_EXPORTER_TAIL_MAX_LINE_BYTES,"
            + " TRAINING_EXPORTER_METRICS_MAX_SERIES_PER_RUN, TRAINING_EXPORTER_RUNS_MAX_AGE,"
            + " TRAINING_EXPORTER_HISTORY_URL, TRAINING_EXPORTER_HISTORY_INTERVAL,"
            + " TRAINING_EXPORTER_HISTORY_LABELS, TRAINING_EXPORTER_HISTORY_CONFIG_FILE,"
            + " TRAINING_EXPORTER_GPU, TRAINING_EXPORTER_GPU_LIBRARY,"
            + " TRAINING_EXPORTER_GPU_INTERVAL, TRAINING_EXPORTER_GPU_PCIE_THROUGHPUT,"
            + " TRAINING_EXPORTER_LOG_LEVEL",
        refusal(Map.of(), Map.of("TRAINING_EXPORTER_PORTS", "9409")));
  }

  @Test
  void what_kubernetes_says_of_a_service_of_our_name_is_no_mistake() {
    Map<String, String> links =
        Map.of(
            "TRAINING_EXPORTER_SERVICE_HOST", "10.0.0.1",
            "TRAINING_EXPORTER_SERVICE_PORT", "9409",
            "TRAINING_EXPORTER_SERVICE_PORT_METRICS", "9409",
            "TRAINING_EXPORTER_PORT", "tcp://10.0.0.1:9409",
            "TRAINING_EXPORTER_PORT_9409_TCP", "tcp://10.0.0.1:9409",
            "TRAINING_EXPORTER_PORT_9409_TCP_ADDR", "10.0.0.1");

    assertEquals(9409, read(Map.of(), links).get(Flags.WEB_LISTEN_ADDRESS).port());
  }

  @Test
  void an_empty_variable_is_unset_and_an_empty_file_says_nothing() throws IOException {
    Path file = Files.writeString(directory.resolve("empty.yml"), "# nothing yet\n");
    Map<String, String> variables = Map.of("TRAINING_EXPORTER_LOG_LEVEL", "");

    Settings settings = read(Map.of("config.file", file.toString()), variables);

    assertEquals(LogLevel.INFO, settings.get(Flags.LOG_LEVEL));
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
  @ValueSource(
      strings = {"example.org/lab", "ftp://example.org", "https://", "https://a/?b", "http://a/#b"})
  void what_is_no_outer_address_is_a_mistake(String url) {
    assertEquals(
        "--web.external-url: expected an address such as https://example.org/training/, got \""
            + url
            + "\"",
        refusal(Map.of("web.external-url", url), Map.of()));
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

  private static String refusal(Map<String, String> flags, Map<String, String> variables) {
    return assertThrows(ConfigException.class, () -> read(flags, variables)).getMessage();
  }
}
