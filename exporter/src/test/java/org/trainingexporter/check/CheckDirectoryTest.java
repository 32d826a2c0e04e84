package org.trainingexporter.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CheckDirectoryTest {
  @TempDir Path directory;

  private void write(String name, String text) throws IOException {
    Path file = directory.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private void writeRun() throws IOException {
    StringBuilder lines = new StringBuilder();
    StringBuilder losses = new StringBuilder();
    for (int step = 1; step <= 9; step++) {
      lines.append("{\"step\":%d,\"loss\":%s}\n".formatted(step, 3 - step / 8.0));
      losses.append("176379930000%d %s %d\n".formatted(step, 3 - step / 8.0, step));
    }
    write("exp/train.jsonl", lines.toString());
    String meta =
        """
        run_id: a
        run_name: brave-fish
        lifecycle_stage: active
        status: 1
        """;
    write("exp/mlruns/0/a/meta.yaml", meta);
    write("exp/mlruns/0/a/metrics/loss", losses.toString());
    write("data/loss.csv", "loss,other\n" + "1,2\n".repeat(9));
  }

  @Test
  void it_says_which_file_tells_what() throws IOException {
    writeRun();
    Asked asked = Asked.table(directory);
    assertEquals(0, asked.exitCode());
    String text = asked.output();
    assertTrue(text.contains("  runs      1\n  logs      2\n"), text);
    assertTrue(text.contains("exp (brave-fish)  exp/train.jsonl"), text);
    assertTrue(
        text.matches("(?s).*exp/mlruns/0/a/meta.yaml +repeats +MLflow run +mlflow\n.*"), text);
    assertTrue(text.matches("(?s).*data/loss.csv +no_position +has loss, but no step.*"), text);
  }

  @Test
  void programs_read_the_same() throws IOException {
    writeRun();
    JsonNode report = new ObjectMapper().readTree(Asked.json(directory).output()).get(0);
    JsonNode run = report.get("runs").get(0);
    assertEquals("exp", run.get("run").asText());
    assertEquals("brave-fish", run.get("name").asText());
    assertEquals("leads", run.get("files").get(0).get("role").asText());
    assertEquals("json_lines", run.get("files").get(0).get("format").asText());
    assertEquals("repeats", run.get("files").get(1).get("role").asText());
    assertEquals("no_position", report.get("ignored").get(0).get("reason").asText());
  }

  @Test
  void a_directory_without_a_log_fails() {
    assertEquals(1, Asked.table(directory).exitCode());
  }
}
