package org.trainingexporter.trainer.web;

import static java.nio.charset.StandardCharsets.US_ASCII;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.InstantSource;

/** A trainer that answers on a free port, and what asks it. */
final class RunningTrainer implements AutoCloseable {
  static final URI EXPORTER = URI.create("http://localhost:9409/training/");

  /** A training that is over at once. */
  static final String SMALL = "{\"epochs\": 1, \"hidden\": [4]}";

  final Sessions sessions;
  private final TrainerServer server;
  private final HttpClient client = HttpClient.newHttpClient();

  RunningTrainer(Path runs) throws IOException {
    this(runs, EXPORTER);
  }

  RunningTrainer(Path runs, URI exporter) throws IOException {
    sessions = new Sessions(runs, InstantSource.system());
    server = new TrainerServer(new InetSocketAddress("localhost", 0), sessions, exporter);
  }

  String address() {
    return server.address();
  }

  int port() {
    return server.port();
  }

  @Override
  public void close() {
    server.close();
    sessions.close();
  }

  void whileBusy() {
    while (sessions.busy()) {
      Thread.onSpinWait();
    }
  }

  JsonNode status() throws Exception {
    return new JsonMapper().readTree(get("/api/status").body());
  }

  HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  HttpResponse<String> post(String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  int send(String path, String body, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .headers(headers)
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  /** The beginning of the answer; Java's own client sends no Host of our choice. */
  String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", port())) {
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }
  }

  URI uri(String path) {
    return URI.create("http://localhost:" + port() + path);
  }
}
