package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.run.validation.Checkpoint;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;
import org.trainingexporter.watch.checkpoint.CheckpointQueue;

/** Which files and directories beside the logs are checkpoints, and what is told of them. */
final class CheckpointsTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private List<EvaluatedCheckpoint> checkpoints() throws IOException {
    return logs.pollLater().run("a").checkpoints();
  }

  private List<String> names() throws IOException {
    return checkpoints().stream().map(EvaluatedCheckpoint::name).toList();
  }

  @Test
  void those_below_a_part_of_the_run_are_the_runs() throws IOException {
    logs.write("a/version_0/metrics.csv", "step,train_loss\n1,2.5\n2,2.4\n");
    logs.write("a/version_0/checkpoints/epoch=0-step=2.ckpt", "weights");
    assertEquals(List.of("epoch=0-step=2.ckpt"), names());
  }

  @Test
  void the_shards_of_a_model_are_no_checkpoints_of_their_numbers() throws IOException {
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    logs.write("a/model-00001-of-00004.safetensors", "x");
    logs.write("a/pytorch_model-00002-of-00004.bin", "x");
    logs.write("a/model_0000002.pth", "x");
    assertEquals(List.of("model_0000002.pth"), names());
  }

  @Test
  void a_link_is_as_large_and_as_old_as_what_it_leads_to(@TempDir Path store) throws IOException {
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    Path blob = Files.write(store.resolve("blob"), new byte[5_000]);
    Path elsewhere = Files.createDirectory(store.resolve("two"));
    logs.touch(Files.write(elsewhere.resolve("weights.bin"), new byte[3_000]));
    logs.clock.advance(Duration.ofSeconds(7));
    Files.createSymbolicLink(elsewhere.resolve("optimizer.bin"), blob);
    Files.createSymbolicLink(elsewhere.resolve("data"), store);
    Files.createSymbolicLink(elsewhere.resolve("latest"), store.resolve("gone"));
    Files.createSymbolicLink(root.resolve("a/checkpoint-2"), elsewhere);
    logs.touch(blob);
    double written = logs.clock.seconds();
    assertEquals(8_000, checkpoints().get(0).bytes());
    assertEquals(written, checkpoints().get(0).saved());
  }

  @Test
  void the_newest_twenty_are_those_that_were_saved_last() throws IOException {
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    for (int i = 1; i <= 25; i++) {
      logs.clock.advance(Duration.ofSeconds(1));
      logs.write("a/checkpoint-" + i * 1000 + "/model.bin", "x");
    }
    logs.clock.advance(Duration.ofSeconds(1));
    logs.write("a/checkpoint-500/model.bin", "x"); // the training began again
    List<String> names = names();
    assertEquals(20, names.size());
    assertTrue(names.contains("checkpoint-500"), names.toString());
    assertEquals("checkpoint-7000", names.get(1));
  }

  @Test
  void of_those_saved_at_once_the_farthest_count_as_newest() throws IOException {
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    for (int i = 1; i <= 30; i++) {
      logs.write("a/checkpoint-" + i * 500 + "/model.bin", "x");
    }
    assertEquals("checkpoint-5500", names().get(0));
  }

  @Test
  void a_name_with_an_epoch_stands_where_the_evaluation_after_it_does() throws IOException {
    logs.write(
        "a/train.jsonl",
        """
        {"step":0,"epoch":0,"eval_loss":0.1}
        {"step":1,"epoch":0.5,"loss":2}
        {"step":100,"epoch":1,"loss":1.5}
        {"step":100,"epoch":1,"eval_loss":1.6}
        {"step":200,"epoch":2,"loss":1}
        {"step":200,"epoch":2,"eval_loss":1.2}
        """);
    logs.write("a/epoch_1.pth", "x");
    logs.write("a/epoch_2.pth", "x");
    assertEquals(List.of(1.6, 1.2), checkpoints().stream().map(EvaluatedCheckpoint::loss).toList());
  }

  @Test
  void one_that_is_gone_before_it_was_told_is_not_told() {
    CheckpointQueue queue = new CheckpointQueue();
    Checkpoint one = new Checkpoint("one", 1, Double.NaN, 10, 1);
    Checkpoint two = new Checkpoint("two", 2, Double.NaN, 20, 1);
    queue.update(List.of(one, two));
    queue.update(List.of(two));
    List<Checkpoint> told = new ArrayList<>();
    queue.rest(told::add);
    assertEquals(List.of(two), told);
  }
}
