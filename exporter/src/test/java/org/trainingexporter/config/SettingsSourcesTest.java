package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.value.LogLevel;
import org.trainingexporter.web.flag.ConfigException;

/** Flags, variables and the config file together: which of them counts, and what is told of it. */
final class SettingsSourcesTest {
  private static final String FULL = "src/test/resources/config/full.yml";

  @TempDir private Path directory;

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
            "web.grafana-url= (default)",
            "web.refresh=live (default)",
            "web.enable-lifecycle=false (default)",
            "web.show-start-errors=false (default)",
            "tail.max-line-bytes=16777216 (default)",
            "tail.follow-outside=true (default)",
            "metrics.max-series-per-run=20000 (default)",
            "metrics.profile=full (default)",
            "metrics.settings= (default)",
            "demo=false (default)",
            "runs.also-in= (default)",
            "runs.max-age=7d (" + file + ":2: runs.max-age)",
            "history.url= (default)",
            "history.interval=15s (default)",
            "history.labels= (default)",
            "history.config.file= (default)",
            "gpu=auto (default)",
            "gpu.library= (default)",
            "gpu.interval=5s (default)",
            "gpu.pcie-throughput=false (default)",
            "processes=auto (default)",
            "cost.per-gpu-hour= (default)",
            "cost.currency=USD (default)",
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
        rejection(Map.of("log.level", "warn"), variables));
  }

  @Test
  void a_variable_that_names_no_flag_is_a_mistake() {
    assertEquals(
        "TRAINING_EXPORTER_PORTS: unknown variable (with \"9409\"), expected one of"
            + " TRAINING_EXPORTER_CONFIG_FILE, TRAINING_EXPORTER_WEB_LISTEN_ADDRESS,"
            + " TRAINING_EXPORTER_WEB_CONFIG_FILE, TRAINING_EXPORTER_WEB_EXTERNAL_URL,"
            + " TRAINING_EXPORTER_WEB_ROUTE_PREFIX, TRAINING_EXPORTER_WEB_GRAFANA_URL,"
            + " TRAINING_EXPORTER_WEB_REFRESH,"
            + " TRAINING_EXPORTER_WEB_ENABLE_LIFECYCLE, TRAINING_EXPORTER_WEB_SHOW_START_ERRORS,"
            + " TRAINING_EXPORTER_TAIL_MAX_LINE_BYTES, TRAINING_EXPORTER_TAIL_FOLLOW_OUTSIDE,"
            + " TRAINING_EXPORTER_METRICS_MAX_SERIES_PER_RUN, TRAINING_EXPORTER_METRICS_PROFILE,"
            + " TRAINING_EXPORTER_METRICS_SETTINGS,"
            + " TRAINING_EXPORTER_DEMO, TRAINING_EXPORTER_RUNS_ALSO_IN,"
            + " TRAINING_EXPORTER_RUNS_MAX_AGE,"
            + " TRAINING_EXPORTER_HISTORY_URL, TRAINING_EXPORTER_HISTORY_INTERVAL,"
            + " TRAINING_EXPORTER_HISTORY_LABELS, TRAINING_EXPORTER_HISTORY_CONFIG_FILE,"
            + " TRAINING_EXPORTER_GPU, TRAINING_EXPORTER_GPU_LIBRARY,"
            + " TRAINING_EXPORTER_GPU_INTERVAL, TRAINING_EXPORTER_GPU_PCIE_THROUGHPUT,"
            + " TRAINING_EXPORTER_PROCESSES, TRAINING_EXPORTER_COST_PER_GPU_HOUR,"
            + " TRAINING_EXPORTER_COST_CURRENCY, TRAINING_EXPORTER_LOG_LEVEL",
        rejection(Map.of(), Map.of("TRAINING_EXPORTER_PORTS", "9409")));
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

  private static Settings read(Map<String, String> flags, Map<String, String> variables) {
    return Settings.read(List.of(), flags, variables);
  }

  private static String rejection(Map<String, String> flags, Map<String, String> variables) {
    return assertThrows(ConfigException.class, () -> read(flags, variables)).getMessage();
  }
}
