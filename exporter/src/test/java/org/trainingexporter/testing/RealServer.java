package org.trainingexporter.testing;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** A real Prometheus or VictoriaMetrics that takes remote write, and can be killed. */
public final class RealServer implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofMinutes(4);

  private static final ObjectMapper JSON = new ObjectMapper();

  private final HttpClient client = HttpClient.newHttpClient();
  private final int port;
  private final Path log;
  private final String needs;
  private final List<String> command;
  private Process process;

  private RealServer(Path directory, int port, String needs, List<String> command) {
    this.port = port;
    this.log = directory.resolve("server.log");
    this.needs = needs;
    this.command = command;
  }

  /**
   * Takes samples that are up to a month older than the newest.
   *
   * @param target a port to scrape each second; 0 for none
   */
  public static RealServer prometheus(Path directory, int target) throws IOException {
    return prometheus(directory, target == 0 ? "" : scraping("1s", "'localhost:" + target + "'"));
  }

  /**
   * The same with all rules of a directory, which scrapes every five seconds.
   *
   * @param targets each as {@code host:port}
   */
  public static RealServer prometheus(Path directory, List<String> targets, Path rules)
      throws IOException {
    String every = "global: {evaluation_interval: 5s}\nrule_files: ['" + rules + "/*.yml']\n";
    return prometheus(directory, every + scraping("5s", String.join(", ", targets)));
  }

  private static String scraping(String interval, String targets) {
    return """
        scrape_configs:
          - job_name: training
            scrape_interval: %s
            scrape_timeout: %s
            static_configs: [{targets: [%s]}]
        """
        .formatted(interval, interval, targets);
  }

  private static RealServer prometheus(Path directory, String more) throws IOException {
    Path config = directory.resolve("prometheus.yml");
    Files.writeString(config, "storage: {tsdb: {out_of_order_time_window: 30d}}\n" + more);
    int port = FreePorts.next();
    return new RealServer(
            directory,
            port,
            "prometheus",
            List.of(
                "prometheus",
                "--config.file=" + config,
                "--storage.tsdb.path=" + directory.resolve("data"),
                "--web.enable-remote-write-receiver",
                "--web.listen-address=127.0.0.1:" + port))
        .start();
  }

  public static RealServer victoriaMetrics(Path directory) throws IOException {
    int port = FreePorts.next();
    return new RealServer(
            directory,
            port,
            "victoria-metrics",
            List.of(
                "victoria-metrics",
                "-storageDataPath=" + directory.resolve("data"),
                "-retentionPeriod=5y",
                "-httpListenAddr=127.0.0.1:" + port))
        .start();
  }

  /** Begins, or begins again where it was killed. */
  public RealServer start() throws IOException {
    try {
      process =
          new ProcessBuilder(command)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
              .start();
    } catch (IOException e) {
      return fail(needs + " is missing: apt-get install " + needs + ", or put it on the path", e);
    }
    return this;
  }

  public void kill() {
    process.destroyForcibly();
    process.onExit().join();
  }

  public URI url() {
    return URI.create("http://127.0.0.1:" + port + "/api/v1/write");
  }

  public String get(String path) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + port + path);
    HttpRequest request = HttpRequest.newBuilder(uri).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /** The answer to an instant query, an error too. */
  public JsonNode query(String expression) throws IOException, InterruptedException {
    return query(expression, Double.NaN);
  }

  /**
   * The answer to an instant query at that time.
   *
   * @param time seconds since 1970; NaN for now
   */
  public JsonNode query(String expression, double time) throws IOException, InterruptedException {
    Map<String, String> form = new HashMap<>(Map.of("query", expression));
    if (!Double.isNaN(time)) {
      form.put("time", Double.toString(time));
    }
    return ask("query", form);
  }

  /**
   * The server's answer, an error too.
   *
   * @param call what follows {@code /api/v1/}
   */
  public JsonNode ask(String call, Map<String, String> form)
      throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/v1/" + call))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    return JSON.readTree(client.send(request, HttpResponse.BodyHandlers.ofInputStream()).body());
  }

  /** The value of the only series; NaN where there is none, or no server. */
  public double value(String expression) throws InterruptedException {
    try {
      return query(expression).at("/data/result/0/value/1").asDouble(Double.NaN);
    } catch (IOException e) {
      return Double.NaN;
    }
  }

  /** Asks until there is a result, four minutes at most. */
  public void await(String expression) throws IOException, InterruptedException {
    if (!holds(() -> !Double.isNaN(value(expression)))) {
      fail("after " + LONGEST + " still no result: " + expression);
    }
  }

  /**
   * Whether a scrape of the last seconds failed. One that takes longer than its interval does, and
   * ends all series until the next.
   */
  public boolean hasMissedScrape(int seconds) throws InterruptedException {
    return value("min(min_over_time(up[" + seconds + "s]))") == 0;
  }

  /** Waits until each target was scraped once more. */
  public void awaitScrape() throws IOException, InterruptedException {
    double now = Instant.now().toEpochMilli() / 1e3;
    await("min(up) == 1 and min(timestamp(up)) > %.3f".formatted(now));
  }

  /** What is asked of the server, again and again. */
  private interface Question {
    boolean holds() throws IOException, InterruptedException;
  }

  /** Whether it holds before long; a server that ends meanwhile is a failure. */
  private boolean holds(Question question) throws IOException, InterruptedException {
    Instant last = Instant.now().plus(LONGEST);
    while (!question.holds()) {
      if (Instant.now().isAfter(last)) {
        return false;
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        fail(needs + " ended: " + Files.readString(log));
      }
    }
    return true;
  }

  /** All samples of the only series that fits, by milliseconds, without marks of ends. */
  public SortedMap<Long, Double> samples(String selector, double from, double to)
      throws IOException, InterruptedException {
    SortedMap<Long, Double> samples = new TreeMap<>();
    long seconds = (long) Math.ceil(to - from);
    for (JsonNode series : query(selector + "[" + seconds + "s]", to).at("/data/result")) {
      for (JsonNode sample : series.path("values")) {
        double value = Double.parseDouble(sample.get(1).asText());
        Double twice = samples.put(Math.round(sample.get(0).asDouble() * 1e3), value);
        if (twice != null) {
          fail(selector + " is several series");
        }
      }
    }
    samples.values().removeIf(it -> it.isNaN());
    return samples;
  }

  /** The same once so many are there: what was taken need not be found at once. */
  public SortedMap<Long, Double> samples(String selector, double from, double to, int count)
      throws IOException, InterruptedException {
    holds(() -> samples(selector, from, to).size() >= count);
    return samples(selector, from, to);
  }

  @Override
  public void close() {
    kill();
  }
}
