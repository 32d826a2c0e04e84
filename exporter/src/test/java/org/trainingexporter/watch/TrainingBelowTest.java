package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.watch.MadeTraining.lines;
import static org.trainingexporter.watch.MadeTraining.loss;
import static org.trainingexporter.watch.MadeTraining.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

/** A training that is told in directories below its own, as writers beside each other do. */
final class TrainingBelowTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private static String table(int last) {
    return "step,loss,lr\n" + steps(1, last, i -> i + "," + loss(i) + ",0.1");
  }

  private static String document(int last, double more) {
    String records =
        steps(1, last, i -> ",{\"step\":" + i + ",\"loss\":" + (loss(i) + more) + "}").substring(1);
    return "{\"global_step\":" + last + ",\"log_history\":[" + records.stripTrailing() + "]}";
  }

  /** As the Trainer of Hugging Face with {@code report_to="tensorboard"}. */
  @Test
  void a_state_document_that_appears_above_is_of_the_run_below() throws IOException {
    logs.write("out/runs/first/metrics.csv", table(20));
    assertEquals(Set.of("out/runs/first"), logs.poll().names());
    logs.write("out/checkpoint-20/trainer_state.json", document(20, 0));
    assertEquals(Set.of("out/runs/first"), logs.pollLater().pollLater().names());
    assertEquals(20, logs.records());
    assertEquals(1, logs.run().checkpoints().size());
  }

  @Test
  void found_at_once_they_are_one_run_too() throws IOException {
    logs.write("out/runs/first/metrics.csv", table(20));
    logs.write("out/checkpoint-20/trainer_state.json", document(20, 0));
    assertEquals(Set.of("out/runs/first"), logs.poll().names());
    assertEquals(0.1, logs.run().signals().newest(Signal.LEARNING_RATE));
  }

  @Test
  void a_state_document_of_another_training_is_a_run_of_its_own() throws IOException {
    logs.write("out/runs/first/metrics.csv", table(20));
    logs.write("out/checkpoint-20/trainer_state.json", document(20, 0.5));
    assertEquals(Set.of("out", "out/runs/first"), logs.poll().names());
  }

  @Test
  void a_log_that_appears_above_is_of_the_run_below() throws IOException {
    logs.write("out/tb/metrics.csv", table(9));
    assertEquals(Set.of("out/tb"), logs.poll().names());
    logs.write("out/train.jsonl", lines(20, 0));
    logs.append("out/tb/metrics.csv", "10,2.84375,0.2\n");
    assertEquals(Set.of("out/tb"), logs.pollLater().names());
    assertEquals(10, logs.step());
  }

  @Test
  void directories_beside_each_other_tell_of_one_run() throws IOException {
    logs.write("out/tb/metrics.csv", table(20));
    logs.write("out/wandb/log.jsonl", lines(20, 0));
    assertEquals(Set.of("out/wandb"), logs.poll().names());
    assertEquals(0.1, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(20, logs.records());
  }

  @Test
  void one_that_appears_later_joins() throws IOException {
    logs.write("out/tb/metrics.csv", table(20));
    assertEquals(Set.of("out/tb"), logs.poll().names());
    logs.write("out/wandb/log.jsonl", lines(20, 0));
    assertEquals(Set.of("out/tb"), logs.pollLater().names());
  }

  @Test
  void directories_of_other_trainings_are_runs_of_their_own() throws IOException {
    logs.write("out/tb/metrics.csv", table(20));
    logs.write("out/wandb/log.jsonl", lines(20, 0.5));
    assertEquals(Set.of("out/tb", "out/wandb"), logs.poll().names());
  }

  @Test
  void two_of_one_kind_are_two_runs_and_the_table_is_of_one() throws IOException {
    logs.write("out/tb/metrics.csv", table(20));
    logs.write("out/wandb/a/log.jsonl", lines(20, 0));
    logs.write("out/wandb/b/log.jsonl", lines(20, 0));
    assertEquals(Set.of("out/wandb/a", "out/wandb/b"), logs.poll().names());
  }
}
