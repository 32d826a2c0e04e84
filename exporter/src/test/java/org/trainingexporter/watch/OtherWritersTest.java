package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What writers do that no rule foresaw. */
final class OtherWritersTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  @Test
  void a_cut_last_line_of_a_rotated_file_is_rejected_and_the_live_file_read_on()
      throws IOException {
    logs.write("a/t.jsonl.1", Lines.trains(1, 3) + "{\"step\":4,\"lo");
    logs.write("a/t.jsonl", Lines.trains(5, 8));

    assertEquals(8, logs.poll().step());
    assertEquals(1, logs.rejected(Rejection.NOT_JSON));
  }

  @Test
  void a_validation_record_with_unknown_scores_moves_no_position() throws IOException {
    logs.write(
        "a/log.json",
        """
        {"mode":"train","epoch":1,"iter":50,"lr":0.1,"loss":2.0}
        {"mode":"train","epoch":1,"iter":100,"lr":0.1,"loss":1.5}
        {"mode":"val","epoch":1,"iter":5000,"lr":0.1,"accuracy_top-9":0.3}
        {"mode":"train","epoch":2,"iter":50,"lr":0.1,"loss":1.2}
        """);

    assertEquals(150, logs.poll().step());
    assertEquals(100, logs.run().counts().steps());
  }

  @Test
  void a_log_that_begins_with_an_evaluation_leads_once_it_trains() throws IOException {
    logs.write("a/trainer_log.jsonl", "{\"current_steps\":0,\"eval_loss\":3.0}\n");
    logs.poll();
    logs.append(
        "a/trainer_log.jsonl",
        "{\"current_steps\":10,\"loss\":2.0}\n{\"current_steps\":20,\"loss\":1.9}\n");
    logs.poll();
    logs.write(
        "a/trainer_state.json",
        """
        {"log_history":[{"step":10,"loss":2.0,"grad_norm":0.5},{"step":20,"loss":1.9,"grad_norm":0.4}]}
        """);

    logs.pollLater().poll();
    assertEquals(2, logs.run().counts().records().get(RecordKind.TRAIN));
    assertEquals(0, logs.run().counts().restarts());
    assertEquals(0.4, logs.run().signals().newest(Signal.GRADIENT_NORM));
  }

  @Test
  void what_a_document_adds_stands_at_its_own_step() throws IOException {
    logs.write("a/trainer_log.jsonl", "{\"current_steps\":50,\"loss\":2.0}\n");
    logs.write("a/trainer_state.json", "{\"log_history\":[{\"step\":50,\"eval_loss\":1.5}]}");

    assertEquals(50, logs.poll().run().validation().best().step());
  }

  @Test
  void a_zone_without_a_colon_is_read() throws IOException {
    logs.write(
        "a/t.jsonl", "{\"step\":1,\"loss\":2.0,\"timestamp\":\"2025-11-22T09:15:01+0100\"}\n");

    assertEquals(1_763_799_301, logs.poll().run().times().newest());
  }

  @Test
  void no_plan_is_written_as_zero() throws IOException {
    logs.write("a/t.jsonl", "{\"step\":1,\"loss\":2.0,\"max_steps\":0}\n");

    assertEquals(Double.NaN, logs.poll().run().schedule().steps());
    assertEquals(false, logs.run().isFinished());
  }

  @Test
  void a_file_given_below_logs_is_of_the_run_above() throws IOException {
    Path file = logs.write("a/logs/t.jsonl", Lines.train(1));

    assertEquals(Set.of("a"), new WatchedDirectory(root, List.of(file)).poll().names());
  }

  @Test
  void the_time_in_a_table_is_what_passed_since_the_start() throws IOException {
    logs.write("a/results.csv", "epoch,time,train/box_loss\n1,100.5,1.5\n2,200.5,1.4\n");

    assertEquals(200.5, logs.poll().run().times().elapsed());
  }
}
