package org.trainingexporter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
final class GpuOffTest {
  private static final String ADDRESS = "Listening on http://127.0.0.1:";

  @TempDir private Path runs;
  @TempDir private Path elsewhere;

  @Test
  void nothing_of_the_gpu_room_is_loaded() throws Exception {
    Path classes = elsewhere.resolve("classes.txt");
    Process process = start(classes, "--gpu=off");
    try {
      String scrape = RunningExporter.scrape(HttpClient.newHttpClient(), port(process));
      process.destroy();
      process.waitFor();

      assertTrue(scrape.contains("training_exporter_build_info"), scrape);
      assertFalse(scrape.contains("gpu"), scrape);
      assertNotEquals(List.of(), loaded(classes, "org.trainingexporter.watch.Watcher"));
      assertEquals(List.of(), loaded(classes, "org.trainingexporter.gpu."));
      assertEquals(List.of(), loaded(classes, "org.trainingexporter.metrics.gpu."));
      assertEquals(List.of(), loaded(classes, "com.sun.jna."));
    } finally {
      process.destroyForcibly();
    }
  }

  private Process start(Path classes, String flag) throws IOException {
    return new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xlog:class+load:file=" + classes,
            "-XX:TieredStopAtLevel=1",
            "-cp",
            System.getProperty("java.class.path"),
            Main.class.getName(),
            flag,
            "--web.listen-address=127.0.0.1:0",
            runs.toString())
        .redirectErrorStream(true)
        .start();
  }

  private static int port(Process process) throws IOException {
    List<String> said = new ArrayList<>();
    BufferedReader out = process.inputReader();
    for (String line = out.readLine(); line != null; line = out.readLine()) {
      said.add(line);
      if (line.startsWith(ADDRESS)) {
        return Integer.parseInt(line.replaceAll(".*:(\\d+)/", "$1"));
      }
    }
    return fail("it ended: " + said);
  }

  private static List<String> loaded(Path classes, String name) throws IOException {
    return Files.readAllLines(classes).stream().filter(l -> l.contains("] " + name)).toList();
  }
}
