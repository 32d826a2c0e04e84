package org.trainingexporter.trainer.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who may start and stop trainings. */
final class RequestGuardTest {
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
  void another_sites_page_starts_nothing() throws Exception {
    assertEquals(403, trainer.send("/api/start", SMALL, "Content-Type", "text/plain"));
    String json = "application/json; charset=utf-8";
    String site = "http://site.example";
    assertEquals(403, trainer.send("/api/start", SMALL, "Content-Type", json, "Origin", site));
    assertEquals(403, trainer.send("/api/stop", "{}", "Content-Type", json, "Origin", "null"));
    assertFalse(trainer.sessions.busy());
    String ours = "http://localhost:" + trainer.port();
    assertEquals(200, trainer.send("/api/start", SMALL, "Content-Type", json, "Origin", ours));
  }

  @Test
  void a_name_that_a_site_could_have_is_not_ours() throws Exception {
    assertEquals(
        "HTTP/1.1 421", trainer.raw("GET /api/status HTTP/1.1\r\nHost: site.example:9410"));
    assertEquals("HTTP/1.1 421", trainer.raw("GET / HTTP/1.1\r\nHost: localhost.site.example"));
    assertEquals("HTTP/1.1 200", trainer.raw("GET / HTTP/1.1\r\nHost: 127.0.0.1:9410"));
    assertEquals("HTTP/1.1 200", trainer.raw("GET / HTTP/1.1\r\nHost: [::1]:9410"));
    assertEquals("HTTP/1.0 200", trainer.raw("GET /-/healthy HTTP/1.0"));
    assertEquals("HTTP/1.1 405", trainer.raw("DELETE /api/status HTTP/1.1\r\nHost: localhost"));
  }
}
