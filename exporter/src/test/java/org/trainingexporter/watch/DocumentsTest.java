package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class DocumentsTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  /** A state with an entry each ten steps, and an evaluation at the last. */
  private static String state(int last) {
    String entries =
        IntStream.rangeClosed(1, last / 10)
            .mapToObj(i -> "{\"step\":%d,\"loss\":%s,\"grad_norm\":0.5}".formatted(10 * i, 3.0 / i))
            .collect(Collectors.joining(","));
    return "{\"global_step\":%d,\"log_history\":[%s,{\"step\":%d,\"eval_loss\":1.5}],\"max_steps\":100}"
        .formatted(last, entries, last);
  }

  private static String lines(int last) {
    return IntStream.rangeClosed(1, last / 10)
        .mapToObj(i -> "{\"current_steps\":%d,\"loss\":%s}\n".formatted(10 * i, 3.0 / i))
        .collect(Collectors.joining());
  }

  @Test
  void the_entries_of_the_history_are_the_records_and_of_the_head_only_the_plan_is_read()
      throws IOException {
    logs.write("a/trainer_state.json", state(30));
    logs.poll();
    assertEquals(30, logs.step());
    assertEquals(100, logs.run().schedule().steps());
    assertEquals(4, logs.records());
    assertEquals(20, logs.run().counts().steps());
    assertEquals(1.5, logs.run().validation().newest().loss());
  }

  @Test
  void a_document_beside_a_line_log_adds_only_what_that_lacks() throws IOException {
    logs.write("a/trainer_log.jsonl", lines(30));
    logs.write("a/trainer_state.json", state(30));
    assertEquals(Set.of("a"), logs.poll().names());
    assertEquals(0.5, logs.run().signals().newest(Signal.GRADIENT_NORM));
    assertEquals(1.5, logs.run().validation().newest().loss());
    assertEquals(100, logs.run().schedule().steps());
    assertEquals(20, logs.run().counts().steps());
    assertEquals(1, logs.run().counts().validations());
    assertEquals(0, logs.run().counts().restarts() + logs.run().counts().rewinds());
    assertEquals(1.0, logs.run().signals().newest(Signal.LOSS));
  }

  @Test
  void the_epoch_that_a_line_log_lacks_is_the_documents() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    logs.write(
        "a/trainer_state.json", "{\"log_history\":[{\"step\":1,\"loss\":2,\"epoch\":0.25}]}");
    assertEquals(0.25, logs.poll().run("a").position().epoch());
  }

  @Test
  void the_newest_checkpoints_state_tells_of_the_run_above_it() throws IOException {
    logs.write("a/checkpoint-10/trainer_state.json", state(10));
    logs.pollLater();
    assertEquals(10, logs.run("a").position().step());
    logs.write("a/checkpoint-20/trainer_state.json", state(20));
    logs.pollLater();
    assertEquals(Set.of("a"), logs.names());
    assertEquals(20, logs.step());
    assertEquals(10, logs.run().counts().steps());
    assertEquals(0, logs.run().counts().restarts());
  }

  @Test
  void of_checkpoints_of_one_time_the_one_that_is_farther_tells() throws IOException {
    logs.write("a/checkpoint-100/trainer_state.json", state(100));
    logs.write("a/checkpoint-20/trainer_state.json", state(20));
    assertEquals(100, logs.poll().step());
  }

  @Test
  void a_checkpoints_state_beside_a_line_log_is_read_too() throws IOException {
    logs.write("a/trainer_log.jsonl", lines(20));
    logs.write("a/checkpoint-20/trainer_state.json", state(20));
    assertEquals(Set.of("a"), logs.poll().names());
    assertEquals(0.5, logs.run().signals().newest(Signal.GRADIENT_NORM));
    assertEquals(10, logs.run().counts().steps());
  }

  @Test
  void a_history_inside_a_line_is_not_expanded() throws IOException {
    logs.write(
        "a/train.jsonl", "{\"step\":1,\"loss\":2,\"log_history\":[{\"step\":9,\"loss\":1}]}\n");
    assertEquals(1, logs.poll().step());
    assertEquals(1, logs.records());
  }

  @Test
  void a_document_that_is_broken_for_good_is_rejected_once() throws IOException {
    logs.write("a/trainer_state.json", state(30));
    logs.poll();
    logs.write("a/trainer_state.json", "{\"log_history\":[{\"step\":10,\"loss\":3.0}");
    logs.pollLater().pollLater().pollLater();
    assertEquals(1, logs.run().counts().rejections().size());
    assertEquals(30, logs.step());
  }

  @Test
  void not_a_number_may_be_bare_and_in_any_case() throws IOException {
    logs.write("a/history.json", "{\"epoch\": [1, 2], \"loss\": [2.5, nan]}");
    logs.poll();
    assertEquals(1, logs.run().health().stream().mapToLong(HealthSnapshot::nonFinite).sum());
  }
}
