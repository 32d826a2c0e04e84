package org.trainingexporter;

import io.prometheus.client.Collector;
import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.hotspot.MemoryPoolsExports;
import io.prometheus.client.hotspot.StandardExports;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.trainingexporter.config.Build;
import org.trainingexporter.config.Settings;
import org.trainingexporter.config.flag.Flags;
import org.trainingexporter.config.run.RunRule;
import org.trainingexporter.history.HistoryThread;
import org.trainingexporter.http.HttpServer;
import org.trainingexporter.http.HttpSources;
import org.trainingexporter.http.api.answer.About;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.metrics.ExporterMetrics;
import org.trainingexporter.metrics.HistoryStatistics;
import org.trainingexporter.metrics.OperationMetrics;
import org.trainingexporter.metrics.TimedCollectors;
import org.trainingexporter.metrics.TrainingMetrics;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.plots.Plots;
import org.trainingexporter.reload.ReloadState;
import org.trainingexporter.service.JvmHeap;
import org.trainingexporter.service.Loop;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.tail.inside.InsideFiles;
import org.trainingexporter.watch.WatchReport;
import org.trainingexporter.watch.Watcher;
import org.trainingexporter.watch.ignored.IgnoredLog;
import org.trainingexporter.watch.log.PollResult;
import org.trainingexporter.web.flag.ConfigException;

/**
 * Creates the parts of the exporter, connects them and starts them. One thread watches the logs and
 * others read them, one reads the GPUs, one writes history; the server has threads of its own.
 * {@link #close} ends them all.
 */
public final class Exporter implements AutoCloseable {
  private static final Duration POLL_EVERY = Duration.ofMillis(500);

  private final Readers readers = new Readers();
  private final Watcher watcher;
  private final Plots plots;
  private final InstantSource clock;
  private final Loop logs;
  private final HostView host;
  private final Optional<HistoryThread> historian;
  private final Reloading reloading;
  private final HttpServer server;

  /**
   * Starts to read logs and to serve.
   *
   * @param before called before each poll of the logs
   * @throws IOException if the address cannot be listened on
   * @throws ConfigException if a config file is wrong
   */
  public Exporter(Settings settings, InstantSource clock, Runnable before) throws IOException {
    this(settings, () -> settings, clock, before);
  }

  /**
   * The same.
   *
   * @param again reads the settings once more, for reloads
   */
  Exporter(Settings settings, Supplier<Settings> again, InstantSource clock, Runnable before)
      throws IOException {
    this.clock = clock;
    this.reloading = new Reloading(settings, again, clock);
    this.watcher = watcher(settings, reloading::rule, clock, readers.logs).within(new JvmHeap());
    readers.addTo(watcher.report());
    this.plots = new Plots(watcher, clock, readers.plots);
    this.logs =
        new Loop(
            "logs",
            "reading the logs failed",
            POLL_EVERY,
            () -> {
              before.run();
              return watcher.poll() == PollResult.MORE ? Loop.Next.MORE : Loop.Next.IDLE;
            });
    this.host = new HostView(settings, watcher, clock);
    this.historian =
        settings
            .get(Flags.HISTORY_URL)
            .map(url -> new HistoryThread(settings, watcher, clock, readers.history));
    Map<String, Supplier<Optional<TimedCollectors.MeasuredCollection>>> measuredElsewhere =
        host.cards()
            .map(
                it ->
                    Map.<String, Supplier<Optional<TimedCollectors.MeasuredCollection>>>of(
                        "gpu", it::work))
            .orElse(Map.of());
    CollectorRegistry registry = new CollectorRegistry();
    registry.register(
        new TimedCollectors(collectors(settings), measuredElsewhere, System::nanoTime));
    HttpSources sources =
        new HttpSources(
            registry,
            this::notReady,
            watcher.report()::unhealthy,
            watcher.report()::unreadable,
            apiContext(settings),
            settings.get(Flags.WEB_ENABLE_LIFECYCLE)
                ? Optional.of(() -> reloading.reload("POST /-/reload"))
                : Optional.empty());
    logs.start();
    this.server =
        HttpServer.start(
            settings.get(Flags.WEB_LISTEN_ADDRESS).socketAddress(),
            sources,
            settings.routePrefix(),
            settings.get(Flags.WEB_CONFIG_FILE));
    reloading.start(watcher, server);
    historian.ifPresent(HistoryThread::start);
    host.start();
  }

  /**
   * A watcher of the configured directories.
   *
   * @param steps run what may hang
   */
  static Watcher watcher(
      Settings settings,
      Function<String, Optional<RunRule>> rules,
      InstantSource clock,
      Steps steps) {
    return new Watcher(
        settings.watched(),
        settings.named(),
        new Logs(
            new FileAccess(
                settings.get(Flags.TAIL_FOLLOW_OUTSIDE)
                    ? FileState::of
                    : new InsideFiles(settings.watched()),
                settings.get(Flags.TAIL_MAX_LINE_BYTES),
                AheadThreads.ofProcessors())),
        rules,
        ZoneId.systemDefault(),
        settings.get(Flags.RUNS_MAX_AGE),
        clock,
        steps);
  }

  private Map<String, Collector> collectors(Settings settings) {
    Map<String, Collector> collectors = new LinkedHashMap<>();
    int maxSeries = settings.get(Flags.METRICS_MAX_SERIES_PER_RUN);
    collectors.put(
        "training",
        TrainingMetrics.of(
            host::runs,
            clock,
            maxSeries,
            settings.get(Flags.METRICS_PROFILE),
            settings.get(Flags.METRICS_SETTINGS)));
    host.cards().ifPresent(it -> collectors.put("gpu", it.metrics()));
    collectors.put(
        "exporter",
        new ExporterMetrics(Build.current(), logFacts(watcher.report()), this::historyWork));
    collectors.put("operation", new OperationMetrics(this::operation));
    collectors.put("process", new StandardExports());
    collectors.put("jvm", new MemoryPoolsExports());
    return collectors;
  }

  private static ExporterMetrics.LogFacts logFacts(WatchReport report) {
    return new ExporterMetrics.LogFacts(
        report::lags, report::readable, report::stalled, report::directories, report::ignoredFiles);
  }

  private OperationMetrics.Operation operation() {
    ReloadState state = reloading.state();
    double time = state.time().toEpochMilli() / 1e3;
    return new OperationMetrics.Operation(watcher.released(), state.successful(), time);
  }

  private HistoryStatistics historyWork() {
    return historian.map(HistoryThread::work).orElse(HistoryStatistics.NONE);
  }

  private Optional<String> notReady() {
    return watcher.isReady() ? Optional.empty() : Optional.of("the first pass goes on");
  }

  private ApiContext apiContext(Settings settings) {
    return new ApiContext(
        host::runs,
        host::snapshot,
        plots,
        new About(
            Build.current().version(),
            settings.get(Flags.WEB_REFRESH),
            settings.grafanaUrl(),
            settings.watched().stream().map(Path::toString).toList(),
            Watcher.FILES,
            host.cards().isPresent(),
            watcher::isReady,
            () -> watcher.report().ignored().stream().map(Exporter::shown).toList()),
        clock);
  }

  private static About.IgnoredFile shown(IgnoredLog log) {
    return new About.IgnoredFile(log.file().toString(), log.reason().label, log.nearest());
  }

  /** {@code https} if the server demands TLS, else {@code http}. */
  public String scheme() {
    return server.scheme();
  }

  /** The address that the server listens on, with the actual port. */
  public InetSocketAddress address() {
    return server.address();
  }

  /** Reads the configuration again. */
  void reload(String cause) {
    reloading.reload(cause);
  }

  /** Lets requests finish, then ends all threads but one that hangs in a driver. */
  @Override
  public void close() {
    reloading.close();
    plots.close(); // before the server, to whose connections it writes
    server.close();
    historian.ifPresent(HistoryThread::close);
    host.close();
    logs.close();
    readers.close();
  }
}
