package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.testing.WatchedDirectory;

final class PositionTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private RunSnapshot read(String... lines) throws IOException {
    logs.write("train.jsonl", String.join("\n", lines) + "\n");
    return logs.pollLater().run();
  }

  private static String iteration(int epoch, int iter) {
    return "{\"mode\":\"train\",\"epoch\":%d,\"iter\":%d,\"loss\":2}".formatted(epoch, iter);
  }

  @Test
  void of_two_counters_the_higher_in_the_list_is_read() throws IOException {
    RunSnapshot run = read("{\"iter\":7,\"step\":70,\"global_step\":700,\"loss\":2}");
    assertEquals(700, run.position().step());
    assertEquals(70, run.values().get("step"));
  }

  @Test
  void a_counter_as_text_brings_its_plan() throws IOException {
    RunSnapshot run = read("{\"global_step/max_steps\":\"427/5000\",\"loss\":2}");
    assertEquals(427, run.position().step());
    assertEquals(5000, run.schedule().steps());
  }

  @Test
  void a_counter_that_restarts_with_the_epoch_goes_on() throws IOException {
    String[] first = {iteration(1, 50), iteration(1, 100), iteration(2, 50), iteration(2, 100)};
    RunSnapshot run = read(String.join("\n", first), iteration(3, 50));
    assertEquals(250, run.position().step());
    assertEquals(200, run.counts().steps());
    assertEquals(0, run.counts().restarts() + run.counts().rewinds());
  }

  @Test
  void a_counter_that_is_logged_at_the_end_of_each_epoch_goes_on() throws IOException {
    RunSnapshot run = read(iteration(1, 32), iteration(2, 32), iteration(3, 32));
    assertEquals(96, run.position().step());
    assertEquals(64, run.counts().steps());
  }

  @Test
  void a_step_that_repeats_within_an_epoch_stays() throws IOException {
    RunSnapshot run =
        read("{\"step\":32,\"epoch\":1,\"loss\":2}", "{\"step\":32,\"epoch\":1.2,\"loss\":2}");
    assertEquals(32, run.position().step());
  }

  @Test
  void a_step_back_to_an_earlier_epoch_is_a_rewind_to_its_place() throws IOException {
    String before =
        String.join("\n", iteration(1, 100), iteration(2, 50), iteration(2, 100), iteration(3, 50));
    RunSnapshot run = read(before, iteration(2, 50));
    assertEquals(150, run.position().step());
    assertEquals(1, run.counts().rewinds());
  }

  @Test
  void an_evaluation_in_mode_val_takes_the_place_of_the_training_record_before_it()
      throws IOException {
    RunSnapshot run =
        read(
            iteration(1, 100),
            iteration(2, 60),
            "{\"mode\":\"val\",\"epoch\":2,\"iter\":25,\"val_loss\":1.5}");
    assertEquals(160, run.validation().newest().step());
    assertEquals(160, run.position().step());
    assertEquals(1, run.counts().records().get(RecordKind.VALIDATION));
  }

  @Test
  void an_evaluation_whose_step_is_its_epoch_takes_that_place_too() throws IOException {
    RunSnapshot run =
        read("{\"step\":300,\"epoch\":3,\"loss\":2}", "{\"step\":3,\"val_loss\":1.5}");
    assertEquals(300, run.validation().newest().step());
  }

  @Test
  void a_log_that_knows_only_epochs_has_no_step() throws IOException {
    RunSnapshot run = read("{\"epoch\":3,\"train_loss\":2}", "{\"epoch\":4,\"train_loss\":1}");
    assertEquals(Double.NaN, run.position().step());
    assertEquals(4, run.position().epoch());
    assertEquals(0, run.counts().steps());
  }

  @Test
  void the_epoch_is_the_newest_that_a_record_of_any_kind_names() throws IOException {
    RunSnapshot run =
        read("{\"step\":10,\"epoch\":1,\"loss\":2}", "{\"step\":10,\"epoch\":1.5,\"note\":\"x\"}");
    assertEquals(1.5, run.position().epoch());
  }

  @Test
  void a_record_without_a_time_follows_the_training_record_of_its_position() throws IOException {
    logs.write("eval.jsonl", "{\"step\":2,\"eval_loss\":1.5}\n{\"step\":4,\"eval_loss\":1.75}\n");
    StringBuilder lines = new StringBuilder();
    for (int step : new int[] {1, 2, 3, 4, 5, 3, 4}) {
      lines.append("{\"step\":%d,\"loss\":2}\n".formatted(step));
    }
    RunSnapshot run = read(lines.toString().strip());
    assertEquals(1, run.counts().rewinds());
    assertEquals(1.5, run.validation().best().loss());
    assertEquals(2, run.counts().validations());
  }

  @Test
  void an_evaluation_that_counts_epochs_has_no_step_where_the_training_counts_none()
      throws IOException {
    RunSnapshot run = read("{\"epoch\":3,\"loss\":2}", "{\"step\":3,\"val_loss\":1.5}");
    assertEquals(1.5, run.validation().best().loss());
    assertEquals(3, run.validation().best().epoch());
    assertEquals(Double.NaN, run.validation().best().step());
  }

  @Test
  void an_evaluation_that_counts_its_batches_has_no_step_where_the_training_counts_none()
      throws IOException {
    String eval = "{\"mode\":\"val\",\"epoch\":3,\"iter\":77,\"val_loss\":1.5}";
    RunSnapshot run = read("{\"epoch\":3,\"loss\":2}", eval);
    assertEquals(Double.NaN, run.validation().newest().step());
  }

  @Test
  void an_evaluation_keeps_its_step_beside_training_that_counts_epochs() throws IOException {
    RunSnapshot run = read("{\"epoch\":3,\"loss\":2}", "{\"step\":500,\"val_loss\":1.5}");
    assertEquals(500, run.validation().newest().step());
  }

  @Test
  void evaluations_beside_training_that_counts_epochs_go_back_with_it() throws IOException {
    String[] epochs = {"{\"epoch\":2,\"loss\":2}", "{\"step\":200,\"val_loss\":1.5}"};
    String[] more = {"{\"epoch\":3,\"loss\":2}", "{\"step\":300,\"val_loss\":1.1}"};
    String first = "{\"epoch\":1,\"loss\":2}\n" + String.join("\n", epochs);
    RunSnapshot run = read(first, String.join("\n", more), "{\"epoch\":2,\"loss\":1}");
    assertEquals(1, run.counts().rewinds());
    assertEquals(1.5, run.validation().best().loss());
  }
}
