package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
  private Process process;
  private String url;

  @BeforeEach
  void start() throws IOException {
    Files.writeString(
        Files.createDirectory(root.resolve("run")).resolve("a.jsonl"), Lines.trains(1, 9));
    Files.writeString(root.resolve("exporter.yml"), "cost.currency: EUR\n");
    List<String> command =
        List.of(
            ProcessHandle.current().info().command().orElse("java"),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            root.toString(),
            "--gpu=off",
            "--config.file=" + root.resolve("exporter.yml"),
            "--web.listen-address=127.0.0.1:0");
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader out = process.inputReader(StandardCharsets.UTF_8);
    url = out.readLine().replaceAll(".*(http\\S+)", "$1");
  }

  @AfterEach
  void end() {
    process.destroyForcibly();
  }

  private String scrapeWith(String line) throws Exception {
    String scrape = "";
    while (!scrape.contains(line)) {
      scrape =
          client
              .send(
                  HttpRequest.newBuilder(URI.create(url + "metrics")).build(),
                  HttpResponse.BodyHandlers.ofString())
              .body();
    }
    return scrape;
  }

  private void signal(String name) throws Exception {
    Process kill = new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start();
    assertEquals(0, kill.waitFor());
  }

  @Test
  void asked_to_end_it_ends_with_code_0() throws Exception {
    scrapeWith("training_step{run=\"run\",} 9.0");
    signal("TERM");
    assertEquals(0, process.waitFor());
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
    signal("HUP");
    assertTrue(scrapeWith(RELOADED + "0.0").contains("training_step{run=\"run\",} 9.0"));
    Files.writeString(root.resolve("exporter.yml"), "runs: [{match: run, total_steps: 50}]\n");
    signal("HUP");
    scrapeWith(RELOADED + "1.0");
    scrapeWith("training_planned_steps{run=\"run\",} 50.0");
  }
}
