package org.trainingexporter.http;

import io.prometheus.client.CollectorRegistry;
import io.prometheus.client.Gauge;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.config.web.WebConfig;
import org.trainingexporter.config.web.WebConfigFile;
import org.trainingexporter.http.api.answer.About;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.listen.HttpLimits;
import org.trainingexporter.http.listen.ServerListener;
import org.trainingexporter.parse.open.Logs;
import org.trainingexporter.plots.Plots;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.service.step.Steps;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.testing.ManualClock;
import org.trainingexporter.testing.WatchedDirectory;
import org.trainingexporter.watch.Watcher;

/** A server on a free port with one gauge in it, and a client to ask it. */
final class TestServer implements AutoCloseable {
  final CollectorRegistry registry = new CollectorRegistry();
  volatile Optional<String> notReady = Optional.empty();
  volatile Optional<String> unhealthy = Optional.empty();
  volatile List<String> unreadable = List.of();
  volatile List<RunSnapshot> runs = List.of();
  private final HttpClient client;
  private final HttpServer server;
  private final String scheme;

  TestServer() throws IOException {
    this("http", HttpClient.newHttpClient(), Optional.empty());
  }

  /** Below a path. */
  TestServer(String prefix) throws IOException {
    this("http", HttpClient.newHttpClient(), prefix, Optional.empty());
  }

  TestServer(String scheme, HttpClient client, Optional<Path> webConfig) throws IOException {
    this(scheme, client, "", webConfig);
  }

  private TestServer(String scheme, HttpClient client, String prefix, Optional<Path> webConfig)
      throws IOException {
    this(scheme, client, prefix, webConfig, HttpLimits.standard());
  }

  /** With other limits. */
  TestServer(HttpLimits limits) throws IOException {
    this("http", HttpClient.newHttpClient(), "", Optional.empty(), limits);
  }

  /** Whose API answers from that. */
  TestServer(ApiContext api) throws IOException {
    this(
        "http",
        HttpClient.newHttpClient(),
        "",
        Optional.empty(),
        HttpLimits.standard(),
        Optional.of(api));
  }

  TestServer(
      String scheme, HttpClient client, String prefix, Optional<Path> webConfig, HttpLimits limits)
      throws IOException {
    this(scheme, client, prefix, webConfig, limits, Optional.empty());
  }

  private TestServer(
      String scheme,
      HttpClient client,
      String prefix,
      Optional<Path> webConfig,
      HttpLimits limits,
      Optional<ApiContext> api)
      throws IOException {
    this.scheme = scheme;
    this.client = client;
    Gauge.build("loss", "The loss.").labelNames("run").register(registry).labels("a").set(2.5);
    this.server =
        HttpServer.start(
            new InetSocketAddress("localhost", 0),
            new HttpSources(
                registry,
                () -> notReady,
                () -> unhealthy,
                () -> unreadable,
                api.orElseGet(() -> model(() -> runs)),
                Optional.empty()),
            prefix,
            webConfig.isPresent() ? WebConfigFile.read(webConfig.get()) : WebConfig.NONE,
            limits);
  }

  /** Knows the runs of a directory. */
  static ApiContext model(WatchedDirectory logs, Steps steps) {
    return new ApiContext(
        logs.watcher()::snapshots, Optional::empty, logs.plots(steps), about(), logs.clock);
  }

  /** Knows those runs, and no logs to plot them from. */
  static ApiContext model(Supplier<List<RunSnapshot>> runs) {
    ManualClock clock = new ManualClock();
    Logs logs = new Logs(FileState::of, 1 << 20);
    Watcher watcher =
        new Watcher(
            List.of(), logs, run -> Optional.empty(), ZoneOffset.UTC, Optional.empty(), clock);
    Plots plots = new Plots(watcher, clock, Steps.INLINE);
    return new ApiContext(runs, Optional::empty, plots, about(), clock);
  }

  private static About about() {
    return new About("1.2.3", "live", "", List.of("/logs"), List.of(), false, () -> true, List::of);
  }

  InetSocketAddress address() {
    return server.address();
  }

  ServerListener listener() {
    return server.listener();
  }

  HttpClient client() {
    return client;
  }

  HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(
        URI.create(scheme + "://localhost:" + address().getPort() + path));
  }

  /** Headers as name, value, name, value. */
  HttpResponse<String> get(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = request(path);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), BodyHandlers.ofString());
  }

  HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
    HttpRequest request = request(path).method(method, HttpRequest.BodyPublishers.noBody()).build();
    return client.send(request, BodyHandlers.ofString());
  }

  @Override
  public void close() {
    server.close();
  }
}
