package org.trainingexporter.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.demo.story.ReferenceRun;
import org.trainingexporter.demo.story.Story;

final class DemoRunsTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T12:00:00.250Z");
  private static final int STEPS_TO_COME = ReferenceRun.STEPS - 5_400;

  @TempDir Path directory;
  private Instant now = BEGIN;

  @Test
  void first_tells5400_steps_that_end_now() throws IOException {
    try (DemoRuns demo = demo(directory, 7)) {
      demo.advance();
    }
    List<JsonNode> steps = trainingLog(1);
    JsonNode last = steps.get(steps.size() - 1);
    assertEquals(1, steps.get(0).get("step").asInt());
    assertEquals(5_400, last.get("step").asInt());
    assertEquals(5_400 + Story.REPLAYED, steps.size());
    assertEquals(seconds(now) - 0.1, last.get("timestamp").asDouble(), 0.05);
  }

  @Test
  void tells_nothing_new_at_the_same_instant_or_at_an_earlier_one() throws IOException {
    try (DemoRuns demo = demo(directory, 7)) {
      demo.advance();
      Map<String, String> before = contents(directory);
      demo.advance();
      now = now.minusSeconds(60);
      demo.advance();
      assertEquals(before, contents(directory));
    }
  }

  @Test
  void tells_one_step_a_second() throws IOException {
    try (DemoRuns demo = demo(directory, 7)) {
      demo.advance();
      int lines = trainingLog(1).size();
      now = now.plusMillis(999);
      demo.advance();
      assertEquals(lines, trainingLog(1).size());
      now = now.plusMillis(1);
      demo.advance();
      assertEquals(lines + 1, trainingLog(1).size());
    }
  }

  @Test
  void ends_a_run_at_its_last_step_and_begins_the_next_ten_seconds_later() throws IOException {
    try (DemoRuns demo = demo(directory, 7)) {
      demo.advance();
      now = BEGIN.plusSeconds(STEPS_TO_COME + 9);
      demo.advance();
      List<JsonNode> first = trainingLog(1);
      assertEquals(ReferenceRun.STEPS, first.get(first.size() - 1).get("step").asInt());
      assertEquals(0.0, first.get(first.size() - 1).get("eta_seconds").asDouble());
      assertFalse(Files.exists(directory.resolve("moe-qlora-02")));

      now = BEGIN.plusSeconds(STEPS_TO_COME + 10 + 3);
      demo.advance();
      List<JsonNode> second = trainingLog(2);
      assertEquals(List.of(1, 2, 3), second.stream().map(s -> s.get("step").asInt()).toList());
      assertNotEquals(first.get(0).get("loss"), second.get(0).get("loss"));
      assertEquals(first.size(), trainingLog(1).size());
    }
  }

  @Test
  void sleeps_through_a_whole_run_without_losing_a_line() throws IOException {
    try (DemoRuns demo = demo(directory, 7)) {
      demo.advance();
      now = BEGIN.plusSeconds(STEPS_TO_COME + 10 + Story.lines(ReferenceRun.STEPS) + 10 + 1);
      demo.advance();
      assertEquals(Story.lines(ReferenceRun.STEPS), trainingLog(2).size());
      assertEquals(1, trainingLog(3).size());
    }
  }

  @Test
  void gives_the_same_bytes_for_the_same_seed_and_clock_however_often_it_is_called()
      throws IOException {
    Path often = directory.resolve("often");
    Path once = directory.resolve("once");
    try (DemoRuns demo = demo(often, 7);
        DemoRuns same = demo(once, 7)) {
      demo.advance();
      same.advance();
      for (int second = 0; second < 150; second++) {
        now = now.plusSeconds(1);
        demo.advance();
      }
      same.advance();
    }
    assertTrue(contents(often).containsKey("moe-qlora-01/checkpoint-5500/optimizer.pt"));
    assertEquals(contents(often), contents(once));
  }

  @Test
  void gives_other_curves_for_another_seed() throws IOException {
    Path other = directory.resolve("other");
    try (DemoRuns demo = demo(directory, 7);
        DemoRuns another = demo(other, 8)) {
      demo.advance();
      another.advance();
    }
    assertNotEquals(
        trainingLog(1),
        LogLines.of(other.resolve("moe-qlora-01").resolve("logs/training_log.jsonl")));
  }

  @Test
  void rejects_to_write_over_a_run_that_is_there() throws IOException {
    Path log = directory.resolve("moe-qlora-01/logs/training_log.jsonl");
    Files.createDirectories(log.getParent());
    Files.writeString(log, "mine\n");
    try (DemoRuns demo = demo(directory, 7)) {
      UncheckedIOException rejected = assertThrows(UncheckedIOException.class, demo::advance);
      assertTrue(rejected.getCause().getMessage().contains(log.toString()));
    }
    assertEquals("mine\n", Files.readString(log));
  }

  private DemoRuns demo(Path into, long seed) {
    return new DemoRuns(into, () -> now, seed);
  }

  private List<JsonNode> trainingLog(int run) throws IOException {
    return LogLines.of(directory.resolve("moe-qlora-0" + run + "/logs/training_log.jsonl"));
  }

  private static double seconds(Instant instant) {
    return instant.toEpochMilli() / 1e3;
  }

  /** Every file by name: the text of small ones, the size of large ones, and when it was saved. */
  private static Map<String, String> contents(Path root) throws IOException {
    Map<String, String> contents = new TreeMap<>();
    try (Stream<Path> files = Files.walk(root)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String name = root.relativize(file).toString();
        String content =
            name.contains("checkpoint-")
                ? Files.size(file) + " bytes at " + Files.getLastModifiedTime(file)
                : Files.readString(file);
        contents.put(name, content);
      }
    }
    return contents;
  }
}
