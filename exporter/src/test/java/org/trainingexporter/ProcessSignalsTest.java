package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;

/** The program as a process of its own: how it ends, and what a signal makes it read again. */
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
final class ProcessSignalsTest {
  private static final String RELOADED = "training_exporter_config_last_reload_successful ";

  @TempDir private Path root;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private ExporterProcess process;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        Files.createDirectory(root.resolve("run")).resolve("a.jsonl"), Lines.trains(1, 9));
    Files.writeString(root.resolve("exporter.yml"), "cost.currency: EUR\n");
    process = new ExporterProcess(root, "--config.file=" + root.resolve("exporter.yml"));
  }

  @AfterEach
  void end() {
    process.close();
  }

  private String scrapeWith(String line) throws Exception {
    String scrape = "";
    while (!scrape.contains(line)) {
      scrape =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(process.url() + "metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
    }
    return scrape;
  }

  @Test
  void asked_to_end_it_ends_with_code_0() throws Exception {
    scrapeWith("training_step{run=\"run\",} 9.0");
    process.signal("TERM");
    assertEquals(0, process.exitCode());
  }

  /** A program that {@code nohup} has started, or one of its children, never hears of it. */
  private static boolean isHangUpIgnored() throws IOException {
    String ignored =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(l -> l.startsWith("SigIgn:"))
            .map(l -> l.substring(l.length() - 1))
            .findFirst()
            .orElse("0");
    return (Integer.parseInt(ignored, 16) & 1) == 1;
  }

  @Test
  void hang_up_reads_the_config_again_and_a_bad_file_keeps_the_old_one() throws Exception {
    assumeFalse(isHangUpIgnored(), "run without nohup");
    scrapeWith(RELOADED + "1.0");
    Files.writeString(root.resolve("exporter.yml"), "runs: [{match: run, total_steps: many}]\n");
    process.signal("HUP");
    assertTrue(scrapeWith(RELOADED + "0.0").contains("training_step{run=\"run\",} 9.0"));
    Files.writeString(root.resolve("exporter.yml"), "runs: [{match: run, total_steps: 50}]\n");
    process.signal("HUP");
    scrapeWith(RELOADED + "1.0");
    scrapeWith("training_planned_steps{run=\"run\",} 50.0");
  }
}
