package org.trainingexporter.trainer.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainerServerTest {
  private static final String SMALL = RunningTrainer.SMALL;

  @TempDir private Path runs;
  private RunningTrainer trainer;

  @BeforeEach
  void start() throws IOException {
    trainer = new RunningTrainer(runs);
  }

  @AfterEach
  void close() {
    trainer.close();
  }

  @Test
  void the_page_is_served_under_a_strict_policy() throws Exception {
    HttpResponse<String> page = trainer.get("/");
    assertEquals(200, page.statusCode());
    assertTrue(page.body().contains("main.js"));
    assertEquals(
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self';"
            + " connect-src 'self' http://localhost:9409; frame-src http://localhost:9409;"
            + " base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
        page.headers().firstValue("Content-Security-Policy").orElse(""));
    assertEquals(200, trainer.get("/css/base.css").statusCode());
    assertEquals(200, trainer.get("/js/base/dom.js").statusCode());
    assertEquals(404, trainer.get("/../Main.class").statusCode());
    assertEquals(404, trainer.get("/TrainerServer.class").statusCode());
    assertEquals(404, trainer.get("/index.html").statusCode());
    assertEquals(405, trainer.get("/api/start").statusCode());
  }

  @Test
  void runs_of_one_click_follow_each_other_and_tell_what_differs() throws Exception {
    Files.createDirectory(runs.resolve("spiral-mlp-2-seed-5"));
    String other = "{\"epochs\": 1, \"hidden\": [4], \"learning_rate\": 0.1}";
    assertEquals(200, trainer.post("/api/start", "[" + SMALL + "," + other + "]").statusCode());
    trainer.whileBusy();
    JsonNode all = trainer.status().path("runs");
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
    String decisions = trainer.get("/api/decisions").body();
    assertTrue(decisions.contains("\"side\":60"));
    assertTrue(decisions.contains("\"losses\":[[1,"), decisions);
  }

  @Test
  void the_name_of_a_run_is_one_that_a_file_system_takes_however_many_layers_differ()
      throws Exception {
    String many = "{\"epochs\": 1, \"hidden\": [" + "1, ".repeat(199) + "1]}";
    assertEquals(200, trainer.post("/api/start", "[" + many + "," + SMALL + "]").statusCode());
    trainer.whileBusy();
    String name = trainer.status().at("/runs/0/run").asText();
    assertTrue(name.matches("spiral-mlp-1-hidden(-1){46}"), name);
    assertEquals("finished", trainer.status().at("/runs/0/state").asText());
  }

  @Test
  void one_trains_at_a_time_and_stop_ends_it_and_what_waits() throws Exception {
    String endless = "{\"epochs\": 100000}";
    assertEquals(200, trainer.post("/api/start", "[" + endless + "," + endless + "]").statusCode());
    assertEquals(409, trainer.post("/api/start", SMALL).statusCode());
    while (!trainer.status().at("/runs/0/state").asText().equals("training")) {
      Thread.onSpinWait();
    }
    assertEquals(200, trainer.post("/api/stop", "{}").statusCode());
    trainer.whileBusy();
    assertEquals("stopped", trainer.status().at("/runs/0/state").asText());
    assertEquals("dropped", trainer.status().at("/runs/1/state").asText());
    assertEquals(200, trainer.post("/api/start", SMALL).statusCode());
  }

  @Test
  void a_training_that_fails_says_why() throws Exception {
    Files.writeString(runs.resolve("gone"), "no directory");
    try (Sessions nowhere = new Sessions(runs.resolve("gone"), InstantSource.system())) {
      nowhere.start(StartRequest.read(SMALL.getBytes(UTF_8)));
      while (nowhere.busy()) {
        Thread.onSpinWait();
      }
      assertEquals(Session.SessionState.FAILED, nowhere.all().get(0).state());
      assertTrue(nowhere.all().get(0).problem().contains("gone"));
    }
  }

  @Test
  void a_wrong_choice_is_answered_with_its_name() throws Exception {
    HttpResponse<String> answer = trainer.post("/api/start", "{\"epochs\": -1}");
    assertEquals(400, answer.statusCode());
    assertEquals("epochs: -1 is not a whole number from 1 to 100000", answer.body());
    assertEquals(400, trainer.post("/api/start", "no JSON").statusCode());
    String large = "{\"hidden\": [4096, 4096]}";
    assertTrue(trainer.post("/api/start", large).body().startsWith("hidden: [4096, 4096] is not"));
    String many = "[" + (SMALL + ",").repeat(10) + SMALL + "]";
    assertEquals("settings: 11 runs is not 1 to 10 runs", trainer.post("/api/start", many).body());
    assertEquals(413, trainer.post("/api/start", " ".repeat(65 * 1024)).statusCode());
    assertFalse(trainer.sessions.busy());
  }

  @Test
  void a_port_that_is_taken_is_named() {
    InetSocketAddress taken = new InetSocketAddress("localhost", trainer.port());
    IOException failure =
        assertThrows(
            IOException.class,
            () -> new TrainerServer(taken, trainer.sessions, RunningTrainer.EXPORTER));
    String message = failure.getMessage();
    assertTrue(message.startsWith("cannot listen on localhost:" + trainer.port() + ": "), message);
    assertTrue(message.contains("--trainer.listen-address"), message);
  }
}
