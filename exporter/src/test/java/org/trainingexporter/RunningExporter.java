package org.trainingexporter;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trainingexporter.config.Settings;

/** The whole exporter at a free port, and what it answers. */
public final class RunningExporter implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final Exporter exporter;

  private RunningExporter(Exporter exporter) {
    this.exporter = exporter;
  }

  /** Watches one directory; at a free port, where the flags say none. */
  public static RunningExporter watch(
      Path directory, InstantSource clock, Map<String, String> flags) throws IOException {
    return watch(List.of(directory), clock, flags);
  }

  /** The same of several directories. */
  public static RunningExporter watch(
      List<Path> directories, InstantSource clock, Map<String, String> flags) throws IOException {
    Map<String, String> all = new HashMap<>(flags);
    all.putIfAbsent("web.listen-address", "127.0.0.1:0");
    Settings settings = Settings.read(directories, all, Map.of());
    return new RunningExporter(new Exporter(settings, clock, () -> {}));
  }

  /** Watches one directory and the demo's GPUs, which are on its pages when it returns. */
  public static RunningExporter watchWithGpus(Path directory) throws Exception {
    RunningExporter exporter = watch(directory, InstantSource.system(), Map.of("gpu", "demo"));
    exporter.scrapeWith("training_gpus{");
    return exporter;
  }

  String scrape() throws IOException, InterruptedException {
    return scrape(client, port());
  }

  static String scrape(HttpClient client, int port) throws IOException, InterruptedException {
    URI page = URI.create("http://127.0.0.1:" + port + "/metrics");
    HttpRequest request = HttpRequest.newBuilder(page).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString()).body();
  }

  /**
   * @param headers name, value, name, value; an empty value is left out
   */
  HttpResponse<InputStream> open(String path, String... headers)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(address(path));
    for (int i = 0; i < headers.length; i += 2) {
      if (!headers[i + 1].isEmpty()) {
        request.header(headers[i], headers[i + 1]);
      }
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofInputStream());
  }

  public HttpResponse<String> get(String path) throws IOException, InterruptedException {
    HttpRequest request = HttpRequest.newBuilder(address(path)).build();
    return client.send(request, HttpResponse.BodyHandlers.ofString());
  }

  private URI address(String path) {
    return URI.create(url() + path);
  }

  /** Its root, with a slash at the end. */
  public String url() {
    return "http://127.0.0.1:" + port() + "/";
  }

  public int port() {
    return exporter.address().getPort();
  }

  /** The first scrape that has a line which begins like this. */
  public String scrapeWith(String line) throws IOException, InterruptedException {
    return scrapeThat(scrape -> has(scrape, line));
  }

  public String scrapeThat(Predicate<String> holds) throws IOException, InterruptedException {
    String scrape = scrape();
    while (!holds.test(scrape)) {
      scrape = scrape();
    }
    return scrape;
  }

  static boolean has(String scrape, String line) {
    return scrape.startsWith(line) || scrape.contains("\n" + line);
  }

  /** The families of cards, and of what they do for runs. */
  static Set<String> gpuFamilies(String scrape) {
    return scrape
        .lines()
        .filter(line -> line.startsWith("# TYPE "))
        .map(line -> line.split(" ", 4)[2])
        .filter(name -> name.matches("nvidia_gpu_.*|training_(run_gpu_info|gpus|energy_.*)"))
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    exporter.close();
  }
}
