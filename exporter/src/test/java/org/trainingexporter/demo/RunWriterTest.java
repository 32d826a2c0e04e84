package org.trainingexporter.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.demo.story.ExpertRouter;
import org.trainingexporter.demo.story.ReferenceRun;

final class RunWriterTest {
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");

  @TempDir Path directory;

  @BeforeEach
  void writeAThousandSteps() throws IOException {
    ReferenceRun run = new ReferenceRun(START, ReferenceRun.STEPS, 7);
    try (RunWriter writer = new RunWriter(directory, run, new ExpertRouter(7, 46, 128))) {
      for (int line = 0; line <= 1_000; line++) {
        writer.write(line);
      }
    }
  }

  @Test
  void writes_a_training_line_for_each_step() throws IOException {
    List<JsonNode> steps = log("training_log");
    assertEquals(1_000, steps.size());
    assertEquals(
        List.of(
            "epoch",
            "step",
            "loss",
            "aux_loss",
            "grad_norm",
            "learning_rate",
            "steps_per_sec",
            "eta_seconds",
            "timestamp"),
        LogLines.keys(steps.get(14)));
    assertTrue(steps.get(13).get("grad_norm").isNull());
    assertTrue(steps.get(14).get("grad_norm").isDouble());
    assertEquals(0.02, steps.get(14).get("aux_loss").asDouble(), 0.005);
  }

  @Test
  void writes_times_without_an_exponent() throws IOException {
    String line = Files.readAllLines(directory.resolve("logs/training_log.jsonl")).get(0);
    assertTrue(line.matches(".*\"timestamp\": \\d{10}\\.\\d{6}}"), line);
  }

  @Test
  void validates_before_the_first_step_and_then_every500() throws IOException {
    List<JsonNode> validations = log("eval_log");
    assertEquals(
        List.of(0, 500, 1_000), validations.stream().map(v -> v.get("step").asInt()).toList());
    assertEquals("baseline_before_training", validations.get(0).get("note").asText());
    assertEquals(
        List.of("step", "eval_loss", "eval_perplexity", "timestamp"),
        LogLines.keys(validations.get(1)));
    assertEquals(
        Math.exp(validations.get(1).get("eval_loss").asDouble()),
        validations.get(1).get("eval_perplexity").asDouble(),
        1e-9);
  }

  @Test
  void writes_the_use_of_all_experts_every100_steps() throws IOException {
    List<JsonNode> records = log("expert_usage_log");
    assertEquals(10, records.size());
    assertEquals(List.of("step", "timestamp", "expert_usage"), LogLines.keys(records.get(0)));
    JsonNode usage = records.get(9).get("expert_usage");
    assertEquals(46, usage.size());
    JsonNode layer = usage.get("layer_45");
    assertEquals(128, layer.get("expert_counts").size());
    int tokens = 0;
    for (JsonNode count : layer.get("expert_counts")) {
      tokens += count.asInt();
    }
    assertEquals(layer.get("total_tokens").asInt(), tokens);
    assertEquals(77_240.0, tokens, 128.0);
    assertEquals(
        100.0 * layer.get("expert_counts").get("expert_5").asInt() / tokens,
        layer.get("expert_percentages").get("expert_5").asDouble(),
        0.005);
  }

  @Test
  void writes_the_errors_that_the_run_survived() throws IOException {
    List<JsonNode> errors = log("error_log");
    assertEquals(1, errors.size());
    JsonNode error = errors.get(0);
    assertEquals(
        List.of(
            "timestamp", "datetime", "error_type", "error_message", "step", "epoch", "traceback"),
        LogLines.keys(error));
    assertEquals("OutOfMemoryError", error.get("error_type").asText());
    assertEquals(812, error.get("step").asInt());
    assertEquals("2026-03-01T12:13:31", error.get("datetime").asText());
  }

  @Test
  void saves_checkpoints_whose_times_follow_the_validation() throws IOException {
    for (JsonNode validation : log("eval_log").subList(1, 3)) {
      Path checkpoint = directory.resolve("checkpoint-" + validation.get("step").asInt());
      try (Stream<Path> saved = Files.walk(checkpoint)) {
        for (Path path : saved.toList()) {
          long micros = Files.getLastModifiedTime(path).to(TimeUnit.MICROSECONDS);
          assertEquals(validation.get("timestamp").asDouble() + 0.02, micros / 1e6, 1e-3);
        }
      }
      assertEquals(84L << 20, Files.size(checkpoint.resolve("adapter_model.safetensors")));
    }
  }

  @Test
  void touches_nothing_but_logs_and_checkpoints() throws IOException {
    try (Stream<Path> entries = Files.list(directory)) {
      assertEquals(
          List.of("checkpoint-1000", "checkpoint-500", "logs"),
          entries.map(entry -> entry.getFileName().toString()).sorted().toList());
    }
  }

  private List<JsonNode> log(String name) throws IOException {
    return LogLines.of(directory.resolve("logs").resolve(name + ".jsonl"));
  }
}
