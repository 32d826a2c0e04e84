package org.trainingexporter.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.demo.story.Story;

final class ReferenceLogTest {
  @TempDir Path directory;

  @Test
  void holds_as_many_lines_as_asked_for() throws IOException {
    Path file = written("training_log.jsonl", 20_000, 1);
    List<JsonNode> steps = LogLines.of(file);
    JsonNode last = steps.get(19_999);
    assertEquals(20_000, steps.size());
    assertEquals(20_000 - Story.REPLAYED, last.get("step").asInt());
    assertEquals(Story.REPLAYED, last.get("eta_seconds").asDouble(), 10.0);
    assertEquals(248, Files.size(file) / 20_000.0, 4);
  }

  @Test
  void writes_a_lost_loss_as_python_does() throws IOException {
    String line = Files.readAllLines(written("log.jsonl", 3_183, 1)).get(3_182);
    assertTrue(line.contains("\"loss\": NaN, "), line);
    assertTrue(line.contains("\"grad_norm\": NaN, "), line);
  }

  @Test
  void gives_the_same_bytes_for_the_same_seed() throws IOException {
    String text = Files.readString(written("a.jsonl", 100, 1));
    assertEquals(text, Files.readString(written("b.jsonl", 100, 1)));
    assertNotEquals(text, Files.readString(written("c.jsonl", 100, 2)));
  }

  private Path written(String name, int lines, long seed) throws IOException {
    Path file = directory.resolve(name);
    ReferenceLog.write(file, lines, seed);
    return file;
  }
}
