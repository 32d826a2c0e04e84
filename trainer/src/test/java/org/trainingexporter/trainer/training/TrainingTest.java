package org.trainingexporter.trainer.training;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TrainingTest {
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .build();

  @TempDir Path runs;

  @Test
  void theSpiralIsLearntWithTheDefaults() throws Exception {
    Training training = training("{}", "spiral");
    training.run();
    assertEquals(Progress.State.ENDED, training.progress().state());
    assertEquals(2_500, training.progress().step());
    assertTrue(training.progress().validationAccuracy() >= 0.95, "" + training.progress());
    assertTrue(Files.isDirectory(runs.resolve("spiral/checkpoint-2500")));
    assertEquals(Decisions.SIDE * Decisions.SIDE, training.decisions().classes().length());
  }

  @Test
  void theDigitsAreLearntWithTheDefaults() throws Exception {
    Training training = training("{'dataset': 'digits'}", "digits");
    training.run();
    assertTrue(training.progress().validationAccuracy() >= 0.97, "" + training.progress());
  }

  @Test
  void theSameSeedLearnsTheSame() throws Exception {
    String settings = "{'epochs': 2, 'dropout': 0.2, 'optimizer': 'sgd', 'seed': 7}";
    training(settings, "one").run();
    training(settings, "two").run();
    training(settings.replace("7", "8"), "other").run();
    assertEquals(losses("one"), losses("two"));
    assertFalse(losses("one").equals(losses("other")));
  }

  @Test
  void everyChoiceOfNetworkAndOptimizerTrains() throws Exception {
    for (String choice :
        List.of(
            "'activation': 'tanh', 'optimizer': 'adamw', 'scheduler': 'cosine'",
            "'activation': 'gelu', 'optimizer': 'sgd', 'scheduler': 'step', 'learning_rate': 0.1",
            "'activation': 'leaky_relu', 'hidden': [4], 'clip': 0",
            "'dataset': 'digits', 'model': 'mlp', 'batch_size': 500, 'epochs': 1")) {
      Training training = training("{'epochs': 2, " + choice + "}", "run" + choice.hashCode());
      training.run();
      assertEquals(training.progress().steps(), training.progress().step(), choice);
      assertTrue(training.progress().finite(), choice);
    }
  }

  @Test
  void aStopEndsAfterTheBatchAndLeavesWholeLines() throws Exception {
    Training training = training("{'epochs': 100000}", "stopped");
    Thread thread = new Thread(() -> runQuietly(training));
    thread.start();
    while (training.progress().step() < 20) {
      Thread.onSpinWait();
    }
    training.stop();
    thread.join();
    assertEquals(Progress.State.STOPPED, training.progress().state());
    List<JsonNode> lines = log("stopped", "training_log.jsonl");
    assertEquals(training.progress().step(), lines.size());
    assertTrue(Files.readString(runs.resolve("stopped/layers.jsonl")).endsWith("}\n"));
  }

  @Test
  void aTrainingThatTurnsNotFiniteSaysSoOnceAndGoesOn() throws Exception {
    Training training =
        training(
            "{'epochs': 4, 'learning_rate': 1e6, 'optimizer': 'sgd', 'clip': 0}", "not-finite");
    training.run();
    assertEquals(100, log("not-finite", "training_log.jsonl").size());
    assertFalse(training.progress().finite());
    List<JsonNode> errors = log("not-finite", "error_log.jsonl");
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
    return new Training(Settings.read(JSON.readTree(settings)), runs.resolve(run));
  }

  private List<Double> losses(String run) throws IOException {
    return log(run, "training_log.jsonl").stream().map(l -> l.path("loss").asDouble()).toList();
  }

  private List<JsonNode> log(String run, String file) throws IOException {
    List<JsonNode> lines = new ArrayList<>();
    for (String line : Files.readAllLines(runs.resolve(run).resolve(file))) {
      lines.add(JSON.readTree(line));
    }
    return lines;
  }
}
