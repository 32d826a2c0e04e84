package org.trainingexporter.trainer.web;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

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
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainerServerTest {
  private static final String SMALL = "{\"epochs\": 1, \"hidden\": [4]}";
  private static final URI EXPORTER = URI.create("http://localhost:9409/training/");

  @TempDir Path runs;

  private final HttpClient client = HttpClient.newHttpClient();
  private Sessions sessions;
  private TrainerServer server;

  @BeforeEach
  void start() throws IOException {
    sessions = new Sessions(runs, InstantSource.system());
    server = new TrainerServer(new InetSocketAddress("localhost", 0), sessions, EXPORTER);
  }

  @AfterEach
  void close() {
    server.close();
    sessions.close();
  }

  @Test
  void thePageIsServedUnderAStrictPolicy() throws Exception {
    HttpResponse<String> page = get("/");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("main.js"));
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self' http://localhost:9409; frame-src http://localhost:9409;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        page.headers().firstValue("Content-Security-Policy").orElse(""));
    assertEquals(200, get("/base.css").statusCode());
    assertEquals(404, get("/../Main.class").statusCode());
    assertEquals(404, get("/PageFiles.class").statusCode());
    assertEquals(405, get("/api/start").statusCode());
  }

  @Test
  void runsOfOneClickFollowEachOtherAndTellWhatDiffers() throws Exception {
    Files.createDirectory(runs.resolve("spiral-mlp-2-seed-5"));
    String other = "{\"epochs\": 1, \"hidden\": [4], \"learning_rate\": 0.1}";
    assertEquals(200, post("/api/start", "[" + SMALL + "," + other + "]").statusCode());
    whileBusy();
    JsonNode all = status().path("runs");
    assertEquals("spiral-mlp-1-learning-rate-0.01", all.at("/0/run").asText());
    assertEquals("spiral-mlp-3-learning-rate-0.1", all.at("/1/run").asText());
    for (JsonNode one : all) {
      assertEquals("finished", one.path("state").asText());
      assertEquals(1, one.path("click").asInt());
      assertEquals(one.path("steps"), one.path("step"));
      assertTrue(one.path("validation_accuracy").isNumber());
      assertTrue(Files.exists(runs.resolve(one.path("run").asText() + "/training_log.jsonl")));
    }
    assertEquals("adam", all.at("/1/settings/optimizer").asText());
    assertEquals(0.1, all.at("/1/settings/learning_rate").asDouble());
    assertTrue(get("/api/decisions").body().contains("\"side\":60"));
  }

  @Test
  void oneTrainsAtATimeAndStopEndsItAndWhatWaits() throws Exception {
    String endless = "{\"epochs\": 100000}";
    assertEquals(200, post("/api/start", "[" + endless + "," + endless + "]").statusCode());
    assertEquals(409, post("/api/start", SMALL).statusCode());
    while (!status().at("/runs/0/state").asText().equals("training")) {
      Thread.onSpinWait();
    }
    assertEquals(200, post("/api/stop", "{}").statusCode());
    whileBusy();
    assertEquals("stopped", status().at("/runs/0/state").asText());
    assertEquals("dropped", status().at("/runs/1/state").asText());
    assertEquals(200, post("/api/start", SMALL).statusCode());
  }

  @Test
  void aTrainingThatFailsSaysWhy() throws Exception {
    Files.writeString(runs.resolve("gone"), "no directory");
    try (Sessions nowhere = new Sessions(runs.resolve("gone"), InstantSource.system())) {
      nowhere.start(Asked.read(SMALL.getBytes(UTF_8)));
      while (nowhere.busy()) {
        Thread.onSpinWait();
      }
      assertEquals(Session.State.FAILED, nowhere.all().get(0).state());
      assertTrue(nowhere.all().get(0).problem().contains("gone"));
    }
  }

  @Test
  void aWrongChoiceIsAnsweredWithItsName() throws Exception {
    HttpResponse<String> answer = post("/api/start", "{\"epochs\": -1}");
    assertEquals(400, answer.statusCode());
    assertEquals("epochs: -1 is not a whole number from 1 to 100000", answer.body());
    assertEquals(400, post("/api/start", "no JSON").statusCode());
    String large = "{\"hidden\": [4096, 4096]}";
    assertTrue(post("/api/start", large).body().startsWith("hidden: [4096, 4096] is not"));
    String many = "[" + (SMALL + ",").repeat(10) + SMALL + "]";
    assertEquals("settings: 11 runs is not 1 to 10 runs", post("/api/start", many).body());
    assertEquals(413, post("/api/start", " ".repeat(65 * 1024)).statusCode());
    assertFalse(sessions.busy());
  }

  @Test
  void anotherSitesPageStartsNothing() throws Exception {
    assertEquals(403, send("/api/start", SMALL, "Content-Type", "text/plain"));
    String json = "application/json; charset=utf-8";
    String site = "http://site.example";
    assertEquals(403, send("/api/start", SMALL, "Content-Type", json, "Origin", site));
    assertEquals(403, send("/api/stop", "{}", "Content-Type", json, "Origin", "null"));
    assertFalse(sessions.busy());
    String ours = "http://localhost:" + server.port();
    assertEquals(200, send("/api/start", SMALL, "Content-Type", json, "Origin", ours));
  }

  @Test
  void aNameThatASiteCouldHaveIsNotOurs() throws Exception {
    assertEquals("HTTP/1.1 421", raw("GET /api/status HTTP/1.1\r\nHost: site.example:9410"));
    assertEquals("HTTP/1.1 421", raw("GET / HTTP/1.1\r\nHost: localhost.site.example"));
    assertEquals("HTTP/1.1 200", raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:9410"));
    assertEquals("HTTP/1.1 200", raw("GET / HTTP/1.1\r\nHost: [::1]:9410"));
    assertEquals("HTTP/1.0 200", raw("GET /-/healthy HTTP/1.0"));
    assertEquals("HTTP/1.1 405", raw("DELETE /api/status HTTP/1.1\r\nHost: localhost"));
  }

  @Test
  void aPortThatIsTakenIsNamed() {
    InetSocketAddress taken = new InetSocketAddress("localhost", server.port());
    IOException failure =
        assertThrows(IOException.class, () -> new TrainerServer(taken, sessions, EXPORTER));
    String message = failure.getMessage();
    assertTrue(message.startsWith("cannot listen on localhost:" + server.port() + ": "), message);
    assertTrue(message.contains("--trainer.listen-address"), message);
  }

  private void whileBusy() {
    while (sessions.busy()) {
      Thread.onSpinWait();
    }
  }

  private JsonNode status() throws Exception {
    return new JsonMapper().readTree(get("/api/status").body());
  }

  private HttpResponse<String> get(String path) throws Exception {
    return client.send(HttpRequest.newBuilder(uri(path)).build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> post(String path, String json) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .header("Content-Type", "application/json")
            .build();
    return client.send(request, BodyHandlers.ofString());
  }

  private int send(String path, String body, String... headers) throws Exception {
    HttpRequest request =
        HttpRequest.newBuilder(uri(path))
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .headers(headers)
            .build();
    return client.send(request, BodyHandlers.ofString()).statusCode();
  }

  /** The beginning of the answer; Java's own client sends no Host of our choice. */
  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.port())) {
      socket.getOutputStream().write((request + "\r\n\r\n").getBytes(US_ASCII));
      return new String(socket.getInputStream().readNBytes(12), US_ASCII);
    }
  }

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }
}
