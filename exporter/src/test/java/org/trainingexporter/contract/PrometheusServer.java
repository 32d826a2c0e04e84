package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
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
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A real Prometheus that scrapes one target every two seconds, from its start to {@link #close}.
 */
final class PrometheusServer implements AutoCloseable {
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final HttpClient client = HttpClient.newHttpClient();
  private final Path log;
  private final String address;
  private final Process process;

  PrometheusServer(Path directory, int targetPort) throws IOException {
    log = directory.resolve("prometheus.log");
    address = "127.0.0.1:" + freePort();
    Path config = directory.resolve("prometheus.yml");
    Files.writeString(
        config,
        """
        global: {scrape_interval: 2s, scrape_timeout: 2s}
        scrape_configs:
          - job_name: training
            static_configs: [{targets: ['127.0.0.1:%d']}]
        """
            .formatted(targetPort));
    process = start(directory, config);
  }

  private Process start(Path directory, Path config) {
    try {
      return new ProcessBuilder(
              "prometheus",
              "--config.file=" + config,
              "--storage.tsdb.path=" + directory.resolve("data"),
              "--web.listen-address=" + address)
          .redirectErrorStream(true)
          .redirectOutput(log.toFile())
          .start();
    } catch (IOException e) {
      return fail("prometheus is missing: apt-get install prometheus, or put it on the path", e);
    }
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Asks until there is an answer, a minute at most. */
  void awaitResult(String expression) throws IOException, InterruptedException {
    Instant last = Instant.now().plus(LONGEST);
    while (!hasResult(expression)) {
      if (Instant.now().isAfter(last)) {
        fail("after " + LONGEST + " still no result: " + expression);
      }
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        fail("Prometheus ended: " + Files.readString(log));
      }
    }
  }

  private boolean hasResult(String expression) throws InterruptedException {
    try {
      return ask("query", Map.of("query", expression)).at("/data/result").size() > 0;
    } catch (IOException notYetThere) {
      return false;
    }
  }

  /**
   * Prometheus' answer, an error too.
   *
   * @param call what follows {@code /api/v1/}
   */
  JsonNode ask(String call, Map<String, String> form) throws IOException, InterruptedException {
    String body =
        form.entrySet().stream()
            .map(it -> it.getKey() + "=" + URLEncoder.encode(it.getValue(), StandardCharsets.UTF_8))
            .collect(Collectors.joining("&"));
    HttpRequest request =
        HttpRequest.newBuilder(URI.create("http://" + address + "/api/v1/" + call))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    String answer = client.send(request, HttpResponse.BodyHandlers.ofString()).body();
    return new ObjectMapper().readTree(answer);
  }

  @Override
  public void close() {
    process.destroyForcibly();
    process.onExit().join();
  }
}
