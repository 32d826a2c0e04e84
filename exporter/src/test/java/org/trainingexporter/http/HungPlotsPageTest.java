package org.trainingexporter.http;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.service.step.Crew;
import org.trainingexporter.testing.HangingFiles;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What a client hears that asks for the plots of a run whose disk does not answer. */
@Timeout(60)
final class HungPlotsPageTest {
  @TempDir private Path root;
  private final HangingFiles files = new HangingFiles();
  private final Crew crew = files.crew("plots reader");

  @AfterEach
  void letAllGoOn() {
    files.goOn();
    crew.close();
  }

  @Test
  void it_gets_503_with_the_reason_and_other_runs_are_drawn() throws Exception {
    WatchedDirectory logs = new WatchedDirectory(root, files);
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    logs.write("b/train.jsonl", Lines.trains(1, 3));
    logs.poll();
    try (TestServer server = new TestServer(TestServer.model(logs, crew))) {
      files.hang("/a/");
      CompletableFuture<HttpResponse<String>> asked =
          server
              .client()
              .sendAsync(server.request("/api/plots?run=a").build(), BodyHandlers.ofString());
      HangingFiles.awaitHeld(crew, "a", true);
      assertEquals(200, server.get("/api/plots?run=b").statusCode());
      files.passHangs();

      assertEquals(503, asked.join().statusCode());
      assertEquals(
          "{\"error\":\"reading the logs of \\\"a\\\" hangs: their file system does not answer\"}\n",
          asked.join().body());
      assertEquals(503, server.get("/api/errors?run=a").statusCode());
      files.goOn();
      HangingFiles.awaitHeld(crew, "a", false);
      assertEquals(200, server.get("/api/plots?run=a").statusCode());
    }
  }
}
