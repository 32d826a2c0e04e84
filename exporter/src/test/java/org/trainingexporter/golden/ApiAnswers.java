package org.trainingexporter.golden;

import io.prometheus.client.CollectorRegistry;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Optional;
import org.trainingexporter.http.HttpServer;
import org.trainingexporter.http.HttpSources;
import org.trainingexporter.http.api.answer.ApiContext;

/** The API over a case's runs, asked as a page asks it. */
final class ApiAnswers implements AutoCloseable {
  private final HttpClient client = HttpClient.newHttpClient();
  private final ApiContext model;
  private final HttpServer server;

  ApiAnswers(ApiContext model) throws IOException {
    this.model = model;
    this.server =
        HttpServer.start(
            new InetSocketAddress("localhost", 0),
            new HttpSources(new CollectorRegistry(), Optional::empty, model),
            "",
            Optional.empty());
  }

  /** Headers as name, value, name, value. */
  HttpResponse<byte[]> ask(String path, String... headers)
      throws IOException, InterruptedException {
    URI address = URI.create("http://localhost:" + server.address().getPort() + "/" + path);
    HttpRequest.Builder request = HttpRequest.newBuilder(address);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
  }

  /** The text of an answer without what depends on the machine. */
  String text(String path) throws IOException, InterruptedException {
    String text = new String(ask(path).body(), java.nio.charset.StandardCharsets.UTF_8);
    return text.replaceAll("\"free_bytes\":\\d+", "\"free_bytes\":54321").strip();
  }

  @Override
  public void close() {
    server.close();
    model.plots().close();
  }
}
