package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trainingexporter.watch.MadeTraining.lines;
import static org.trainingexporter.watch.MadeTraining.loss;
import static org.trainingexporter.watch.MadeTraining.steps;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.WatchedDirectory;

/** Several files of one directory that tell of one training, or of several. */
final class OneTrainingTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private RunSnapshot onlyRun() throws IOException {
    assertEquals(Set.of("run"), logs.poll().names());
    return logs.run();
  }

  @Test
  void a_table_of_the_same_training_adds_what_the_lines_lack() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write(
        "run/metrics.csv", "step,loss,lr\n" + steps(1, 20, i -> i + "," + loss(i) + ",0.001"));
    RunSnapshot run = onlyRun();
    assertEquals(20, run.position().step());
    assertEquals(19, run.counts().steps());
    assertEquals(0.001, run.signals().newest(Signal.LEARNING_RATE));
    assertEquals(20, logs.records());
  }

  @Test
  void digits_that_the_coarser_log_lacks_do_not_count() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write(
        "run/metrics.csv",
        "step,loss\n" + steps(1, 20, i -> i + "," + String.format(Locale.ROOT, "%.2f", loss(i))));
    assertEquals(20, onlyRun().position().step());
  }

  @Test
  void a_table_of_another_loss_is_a_run_of_its_own() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/metrics.csv", "step,loss\n" + steps(1, 20, i -> i + "," + (loss(i) + 0.5)));
    assertEquals(2, logs.poll().names().size());
  }

  @Test
  void a_table_of_the_same_steps_and_other_signals_is_the_same_training() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/norms.csv", "step,grad_norm\n" + steps(1, 20, i -> i + ",1.5"));
    assertEquals(1.5, onlyRun().signals().newest(Signal.GRADIENT_NORM));
  }

  @Test
  void a_table_of_other_steps_is_a_run_of_its_own() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/norms.csv", "step,grad_norm\n" + steps(500, 520, i -> i + ",1.5"));
    assertEquals(2, logs.poll().names().size());
  }

  @Test
  void two_logs_of_one_kind_are_two_runs_though_they_agree() throws IOException {
    logs.write("run/a.jsonl", lines(20));
    logs.write("run/b.jsonl", lines(20));
    assertEquals(2, logs.poll().names().size());
  }

  @Test
  void of_ranks_the_lowest_stands_for_all() throws IOException {
    for (int rank = 0; rank < 4; rank++) {
      logs.write("run/train_rank" + rank + ".jsonl", lines(20 + rank));
    }
    assertEquals(20, onlyRun().position().step());
    assertEquals(20, logs.records());
  }

  @Test
  void a_rank_that_comes_later_is_no_run() throws IOException {
    logs.write("run/log.rank00.txt", lines(5));
    logs.poll();
    logs.write("run/log.rank01.txt", lines(9));
    assertEquals(Set.of("run"), logs.pollLater().names());
    assertEquals(5, logs.step());
  }

  @Test
  void a_log_named_val_beside_a_training_log_is_its_validation() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/val.jsonl", "{\"step\":10,\"loss\":2.75}\n{\"step\":20,\"loss\":2.5}\n");
    RunSnapshot run = onlyRun();
    assertEquals(2.5, run.validation().newest().loss());
    assertEquals(2, run.counts().validations());
    assertEquals(loss(20), run.signals().newest(Signal.LOSS));
    assertEquals(0, run.counts().restarts());
  }

  @Test
  void with_a_learning_rate_it_is_a_training_of_its_own() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/dev.jsonl", steps(1, 9, i -> "{\"step\":" + i + ",\"loss\":2,\"lr\":0.1}"));
    assertEquals(2, logs.poll().names().size());
  }

  @Test
  void alone_it_is_a_training() throws IOException {
    logs.write("run/test.jsonl", lines(20));
    assertEquals(loss(20), onlyRun().signals().newest(Signal.LOSS));
  }

  @Test
  void evaluate_is_no_word_of_a_validation() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/evaluate.jsonl", lines(5));
    assertEquals(2, logs.poll().names().size());
  }

  /** As Keras' TensorBoard and CSVLogger callbacks write: one calls an epoch a step. */
  @Test
  void epochs_that_another_log_calls_steps_are_the_same_training() throws IOException {
    logs.write("run/train.jsonl", lines(20));
    logs.write("run/metrics.csv", "epoch,loss\n" + steps(1, 20, i -> i + "," + loss(i)));
    assertEquals(20, onlyRun().position().step());
  }

  @Test
  void one_rounded_value_leaves_a_doubt_whether_epochs_are_steps() throws IOException {
    logs.write("run/train.jsonl", lines(1));
    logs.write("run/metrics.csv", "epoch,loss\n1,2.98\n");
    assertEquals(2, logs.poll().names().size());
  }

  @Test
  void epochs_are_compared_with_epochs_where_one_has_no_steps() throws IOException {
    logs.write(
        "run/train.jsonl",
        steps(
            1, 20, i -> "{\"step\":" + 50 * i + ",\"epoch\":" + i + ",\"loss\":" + loss(i) + "}"));
    logs.write(
        "run/metrics.csv", "epoch,loss,lr\n" + steps(1, 20, i -> i + "," + loss(i) + ",0.1"));
    assertEquals(0.1, onlyRun().signals().newest(Signal.LEARNING_RATE));
  }

  @Test
  void the_head_of_the_leading_log_names_the_writer_where_two_share_the_keys() throws IOException {
    EventBytes events = new EventBytes();
    for (int epoch = 1; epoch <= 20; epoch++) {
      events.scalar(1_763_800_000 + epoch, epoch, "epoch_loss", loss(epoch));
    }
    logs.write("run/logs.csv", "epoch,loss\n" + steps(1, 20, i -> i + "," + loss(i)));
    logs.write("run/tb/train/events.out.tfevents.1763800000.host.1.0.v2", events.bytes());
    assertEquals("csv-keras", onlyRun().identity().writer());
  }
}
