package org.trainingexporter.trainer.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainerServerTest {
  private static final String SMALL = "{\"epochs\": 1, \"hidden\": [4]}";

  @TempDir Path runs;

  private final HttpClient client = HttpClient.newHttpClient();
  private Sessions sessions;
  private TrainerServer server;

  @BeforeEach
  void start() {
    sessions = new Sessions(runs);
    server =
        new TrainerServer(new InetSocketAddress("localhost", 0), sessions, "http://localhost:9409");
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
    assertTrue(page.body().contains("page.js"));
    assertEquals(
        "default-src 'self'; frame-src http://localhost:9409; frame-ancestors 'none'",
        page.headers().firstValue("Content-Security-Policy").orElse(""));
    assertEquals(404, get("/../Main.class").statusCode());
    assertEquals(405, get("/api/start").statusCode());
  }

  @Test
  void runsOfOneClickFollowEachOther() throws Exception {
    assertEquals(200, post("/api/start", "[" + SMALL + "," + SMALL + "]").statusCode());
    while (sessions.busy()) {
      Thread.onSpinWait();
    }
    assertTrue(Files.exists(runs.resolve("spiral-mlp-1/training_log.jsonl")));
    assertTrue(Files.exists(runs.resolve("spiral-mlp-2/training_log.jsonl")));
    String status = get("/api/status").body();
    assertTrue(status.contains("\"run\":\"spiral-mlp-2\",\"state\":\"ended\""), status);
    assertTrue(get("/api/decisions").body().contains("\"side\":60"));
  }

  @Test
  void oneTrainsAtATimeAndStopEndsItAndWhatWaits() throws Exception {
    String endless = "{\"epochs\": 100000}";
    assertEquals(200, post("/api/start", "[" + endless + "," + endless + "]").statusCode());
    assertEquals(409, post("/api/start", SMALL).statusCode());
    assertEquals(200, post("/api/stop", "{}").statusCode());
    while (sessions.busy()) {
      Thread.onSpinWait();
    }
    assertTrue(get("/api/status").body().contains("\"state\":\"stopped\""));
    assertEquals(200, post("/api/start", SMALL).statusCode());
  }

  @Test
  void aWrongChoiceIsAnsweredWithItsName() throws Exception {
    HttpResponse<String> answer = post("/api/start", "{\"epochs\": -1}");
    assertEquals(400, answer.statusCode());
    assertEquals("epochs: -1 is not a whole number from 1 to 100000", answer.body());
    assertEquals(400, post("/api/start", "no JSON").statusCode());
  }

  @Test
  void anotherSitesFormStartsNothing() throws Exception {
    HttpRequest form =
        HttpRequest.newBuilder(uri("/api/start"))
            .POST(HttpRequest.BodyPublishers.ofString(SMALL))
            .header("Content-Type", "text/plain")
            .build();
    assertEquals(403, client.send(form, BodyHandlers.ofString()).statusCode());
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

  private URI uri(String path) {
    return URI.create("http://localhost:" + server.port() + path);
  }
}
