package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.trainer.data.Spiral;
import org.trainingexporter.trainer.settings.TrainingSettings;

final class TrainingTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  @TempDir Path runs;

  @Test
  void the_spiral_is_learnt_with_the_defaults() throws Exception {
    Training training = training("{}", "spiral");
    training.run();
    assertEquals(TrainingProgress.ProgressState.ENDED, training.progress().state());
    assertEquals(2_500, training.progress().step());
    assertTrue(training.progress().validationAccuracy() >= 0.95, "" + training.progress());
    assertTrue(Files.isDirectory(runs.resolve("spiral/checkpoint-2500")));
    assertEquals(
        DecisionRegions.SIDE * DecisionRegions.SIDE, training.regions().classes().length());
  }

  @Test
  void the_digits_are_learnt_with_the_defaults() throws Exception {
    Training training = training("{'dataset': 'digits'}", "digits");
    training.run();
    assertTrue(training.progress().validationAccuracy() >= 0.97, "" + training.progress());
  }

  @Test
  void the_log_begins_with_the_plan() throws Exception {
    training("{'epochs': 3}", "planned").run();
    JsonNode first = log("planned", "training_log.jsonl").get(0);
    assertEquals(75, first.path("total_steps").asInt());
    assertEquals(3, first.path("total_epochs").asInt());
  }

  @Test
  void evaluations_and_decisions_of_a_wide_network_go_in_parts_and_tell_of_all() throws Exception {
    String wide = "4096, 1, ".repeat(29) + "4096"; // 162 examples at once
    Training training =
        training("{'epochs': 1, 'batch_size': 150, 'hidden': [" + wide + "]}", "wide");
    training.run();
    assertEquals(
        DecisionRegions.SIDE * DecisionRegions.SIDE, training.regions().classes().length());
    double right = training.progress().validationAccuracy() * Spiral.POINTS / 5;
    assertEquals(Math.rint(right), right, 1e-9);
  }

  @Test
  void the_last_weights_are_saved_however_many_epochs_there_are() throws Exception {
    training("{'epochs': 7, 'hidden': [4]}", "seven").run();
    assertEquals(
        Set.of("checkpoint-50", "checkpoint-100", "checkpoint-150", "checkpoint-175"),
        checkpoints("seven"));
  }

  private Set<String> checkpoints(String run) {
    return Set.of(runs.resolve(run).toFile().list((folder, name) -> name.startsWith("check")));
  }

  @Test
  void the_same_seed_learns_the_same() throws Exception {
    String settings = "{'epochs': 2, 'dropout': 0.2, 'optimizer': 'sgd', 'seed': 7}";
    training(settings, "one").run();
    training(settings, "two").run();
    training(settings.replace("7", "8"), "other").run();
    assertEquals(losses("one"), losses("two"));
    assertFalse(losses("one").equals(losses("other")));
  }

  @Test
  void every_choice_of_network_and_optimizer_trains() throws Exception {
    for (String choice :
        List.of(
            "'activation': 'tanh', 'optimizer': 'adamw', 'scheduler': 'cosine'",
            "'activation': 'gelu', 'optimizer': 'sgd', 'scheduler': 'step', 'learning_rate': 0.1",
            "'activation': 'leaky_relu', 'hidden': [4], 'clip': 0",
            "'hidden': []",
            "'dataset': 'digits', 'model': 'mlp', 'batch_size': 500, 'epochs': 1")) {
      Training training = training("{'epochs': 2, " + choice + "}", "run" + choice.hashCode());
      training.run();
      assertEquals(training.progress().steps(), training.progress().step(), choice);
      assertTrue(training.progress().finite(), choice);
    }
  }

  @Test
  void a_stop_ends_after_the_batch_and_leaves_whole_lines() throws Exception {
    Training training = training("{'epochs': 100000}", "stopped");
    Thread thread = new Thread(() -> runQuietly(training));
    thread.start();
    while (training.progress().step() < 20) {
      Thread.onSpinWait();
    }
    training.stop();
    thread.join();
    assertEquals(TrainingProgress.ProgressState.STOPPED, training.progress().state());
    assertEquals(training.progress().step(), losses("stopped").size());
    List<JsonNode> log = log("stopped", "training_log.jsonl");
    assertEquals("stopped", log.get(log.size() - 1).path("event").asText());
    assertTrue(checkpoints("stopped").contains("checkpoint-" + training.progress().step()));
    assertTrue(Files.readString(runs.resolve("stopped/layers.jsonl")).endsWith("}\n"));
  }

  @Test
  void a_training_that_fails_says_so_in_both_logs() throws Exception {
    assertFails("failed");
    List<JsonNode> errors = log("failed", "error_log.jsonl");
    assertEquals("FileAlreadyExistsException", errors.get(0).path("error_type").asText());
  }

  @Test
  void an_error_log_on_a_full_disk_does_not_hide_why_a_training_fails() throws Exception {
    Path log = Files.createDirectories(runs.resolve("full")).resolve("error_log.jsonl");
    Files.createSymbolicLink(log, Path.of("/dev/full"));
    assertFails("full");
  }

  /** Where a checkpoint belongs, there is a file. */
  private void assertFails(String run) throws Exception {
    Files.createFile(Files.createDirectories(runs.resolve(run)).resolve("checkpoint-25"));
    Training training = training("{'epochs': 1, 'hidden': [4]}", run);
    assertThrows(FileAlreadyExistsException.class, training::run);
    List<JsonNode> log = log(run, "training_log.jsonl");
    assertEquals("failed", log.get(log.size() - 1).path("event").asText());
    assertTrue(log.get(log.size() - 1).path("timestamp").asDouble() > 0);
  }

  @Test
  void a_training_that_turns_not_finite_says_so_once_and_goes_on_until_stopped() throws Exception {
    Training training =
        training("{'epochs': 100000, 'learning_rate': 1e6, 'optimizer': 'sgd', 'clip': 0}", "nan");
    Thread thread = new Thread(() -> runQuietly(training));
    thread.start();
    while (training.progress().finite()) {
      Thread.onSpinWait();
    }
    long turned = training.progress().step();
    while (training.progress().step() < turned + 30) {
      Thread.onSpinWait();
    }
    training.stop();
    thread.join();
    assertEquals(TrainingProgress.ProgressState.STOPPED, training.progress().state());
    List<Double> losses = losses("nan");
    assertEquals(training.progress().step(), losses.size());
    assertTrue(losses.get(losses.size() - 1).isNaN());
    List<JsonNode> errors = log("nan", "error_log.jsonl");
    assertEquals(1, errors.size());
    assertEquals("NotFinite", errors.get(0).path("error_type").asText());
  }

  private static void runQuietly(Training training) {
    try {
      training.run();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private Training training(String settings, String run) throws Exception {
    return new Training(TrainingSettings.read(JSON.readTree(settings)), runs.resolve(run));
  }

  private List<Double> losses(String run) throws IOException {
    return log(run, "training_log.jsonl").stream()
        .filter(line -> line.has("loss"))
        .map(line -> line.path("loss").asDouble())
        .toList();
  }

  private List<JsonNode> log(String run, String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(runs.resolve(run).resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
