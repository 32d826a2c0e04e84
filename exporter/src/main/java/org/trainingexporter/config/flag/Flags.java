package org.trainingexporter.config.flag;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.config.value.GpuMode;
import org.trainingexporter.config.value.LogLevel;
import org.trainingexporter.config.value.MetricsProfile;
import org.trainingexporter.config.value.ProcessMode;
import org.trainingexporter.config.value.ValueTypes;
import org.trainingexporter.web.flag.Flag;
import org.trainingexporter.web.flag.FlagTable;
import org.trainingexporter.web.flag.ListenAddress;

/**
 * The exporter's options. A new option is a constant here, listed in {@link #ALL}, and read with
 * {@code Settings.get}.
 */
public final class Flags {
  public static final Flag<Optional<Path>> CONFIG_FILE =
      new Flag<>("config.file", "FILE", ValueTypes.FILE, "", "YAML: flags as keys, and runs");

  public static final Flag<ListenAddress> WEB_LISTEN_ADDRESS =
      new Flag<>(
          "web.listen-address", "[HOST]:PORT", ListenAddress.TYPE, ":9409", "where to answer");

  public static final Flag<Optional<Path>> WEB_CONFIG_FILE =
      new Flag<>(
          "web.config.file", "FILE", ValueTypes.FILE, "", "TLS and users, as exporter-toolkit");

  public static final Flag<String> WEB_EXTERNAL_URL =
      new Flag<>(
          "web.external-url",
          "URL",
          ValueTypes.WEB_ADDRESS,
          "",
          "its address for users, by a proxy");

  public static final Flag<String> WEB_ROUTE_PREFIX =
      new Flag<>("web.route-prefix", "PATH", ValueTypes.ANY, "", "first part of all paths");

  public static final Flag<String> WEB_GRAFANA_URL =
      new Flag<>(
          "web.grafana-url",
          "URL",
          ValueTypes.WEB_ADDRESS,
          "",
          "Grafana's address, for a link there");

  public static final Flag<String> WEB_REFRESH =
      new Flag<>(
          "web.refresh", "live|5|30|off", ValueTypes.REFRESH, "live", "how the page keeps up");

  public static final Flag<Boolean> WEB_ENABLE_LIFECYCLE =
      new Flag<>(
          "web.enable-lifecycle",
          "",
          ValueTypes.TRUE_OR_FALSE,
          "false",
          "reload at POST /-/reload");

  /** Read by itself where the other settings are wrong; see {@code StartFault}. */
  public static final Flag<Boolean> WEB_SHOW_START_ERRORS =
      new Flag<>(
          "web.show-start-errors",
          "",
          ValueTypes.TRUE_OR_FALSE,
          "false",
          "show a wrong config as a page, not exit");

  public static final Flag<Boolean> DEMO =
      new Flag<>("demo", "", ValueTypes.TRUE_OR_FALSE, "false", "a made-up run, not the DIRs");

  public static final Flag<Optional<Path>> RUNS_ALSO_IN =
      new Flag<>("runs.also-in", "DIR", ValueTypes.FILE, "", "more runs, called DIR/...");

  public static final Flag<Integer> TAIL_MAX_LINE_BYTES =
      new Flag<>(
          "tail.max-line-bytes",
          "BYTES",
          ValueTypes.whole(1, 1 << 30),
          "16777216",
          "refuse longer lines");

  public static final Flag<Boolean> TAIL_FOLLOW_OUTSIDE =
      new Flag<>(
          "tail.follow-outside",
          "true|false",
          ValueTypes.TRUE_OR_FALSE,
          "true",
          "links out of the DIRs too");
  public static final Flag<Integer> METRICS_MAX_SERIES_PER_RUN =
      new Flag<>(
          "metrics.max-series-per-run",
          "N",
          ValueTypes.whole(1, Integer.MAX_VALUE),
          "20000",
          "leave out what is more");

  public static final Flag<MetricsProfile> METRICS_PROFILE =
      new Flag<>(
          "metrics.profile", "full|lean", ValueTypes.METRICS_PROFILE, "full", "how much to show");

  public static final Flag<List<String>> METRICS_SETTINGS =
      new Flag<>(
          "metrics.settings", "NAME,...", ValueTypes.names(20), "", "settings of runs to show");

  public static final Flag<Optional<Duration>> RUNS_MAX_AGE =
      new Flag<>(
          "runs.max-age",
          "off|DURATION",
          ValueTypes.DURATION_OR_OFF,
          "off",
          "drop runs silent longer");

  public static final Flag<Optional<URI>> HISTORY_URL =
      new Flag<>(
          "history.url",
          "URL",
          ValueTypes.HTTP_ADDRESS,
          "",
          "remote write: the logs' past goes there");

  public static final Flag<Duration> HISTORY_INTERVAL =
      new Flag<>("history.interval", "DURATION", ValueTypes.CADENCE, "15s", "your scrape_interval");

  public static final Flag<Map<String, String>> HISTORY_LABELS =
      new Flag<>(
          "history.labels", "NAME=VALUE,...", ValueTypes.LABELS, "", "as your scrape has them");

  public static final Flag<Optional<Path>> HISTORY_CONFIG_FILE =
      new Flag<>("history.config.file", "FILE", ValueTypes.FILE, "", "user, token, CA, headers");

  public static final Flag<GpuMode> GPU =
      new Flag<>("gpu", "auto|nvml|demo|off", ValueTypes.GPU_MODE, "auto", "which GPUs to look at");

  public static final Flag<Optional<Path>> GPU_LIBRARY =
      new Flag<>("gpu.library", "PATH", ValueTypes.FILE, "", "another libnvidia-ml");

  public static final Flag<Duration> GPU_INTERVAL =
      new Flag<>("gpu.interval", "DURATION", ValueTypes.DURATION, "5s", "between two readings");

  public static final Flag<Boolean> GPU_PCIE_THROUGHPUT =
      new Flag<>(
          "gpu.pcie-throughput",
          "",
          ValueTypes.TRUE_OR_FALSE,
          "false",
          "PCIe too; takes 40 ms a GPU");

  public static final Flag<ProcessMode> PROCESSES =
      new Flag<>(
          "processes", "auto|off", ValueTypes.PROCESS_MODE, "auto", "see runs' processes end");

  public static final Flag<Optional<Double>> COST_PER_GPU_HOUR =
      new Flag<>("cost.per-gpu-hour", "PRICE", ValueTypes.PRICE, "", "what a GPU costs an hour");

  public static final Flag<String> COST_CURRENCY =
      new Flag<>("cost.currency", "NAME", ValueTypes.CURRENCY, "USD", "of that price");

  public static final Flag<LogLevel> LOG_LEVEL =
      new Flag<>("log.level", "LEVEL", ValueTypes.LOG_LEVEL, "info", "error, warn, info, debug");

  /** In the order of {@code --help}. */
  public static final List<Flag<?>> ALL =
      List.of(
          CONFIG_FILE,
          WEB_LISTEN_ADDRESS,
          WEB_CONFIG_FILE,
          WEB_EXTERNAL_URL,
          WEB_ROUTE_PREFIX,
          WEB_GRAFANA_URL,
          WEB_REFRESH,
          WEB_ENABLE_LIFECYCLE,
          WEB_SHOW_START_ERRORS,
          TAIL_MAX_LINE_BYTES,
          TAIL_FOLLOW_OUTSIDE,
          METRICS_MAX_SERIES_PER_RUN,
          METRICS_PROFILE,
          METRICS_SETTINGS,
          DEMO,
          RUNS_ALSO_IN,
          RUNS_MAX_AGE,
          HISTORY_URL,
          HISTORY_INTERVAL,
          HISTORY_LABELS,
          HISTORY_CONFIG_FILE,
          GPU,
          GPU_LIBRARY,
          GPU_INTERVAL,
          GPU_PCIE_THROUGHPUT,
          PROCESSES,
          COST_PER_GPU_HOUR,
          COST_CURRENCY,
          LOG_LEVEL);

  /** Names the environment variables, and prints {@code --help}. */
  public static final FlagTable TABLE = new FlagTable("TRAINING_EXPORTER_", ALL);

  private Flags() {}
}
