package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What a step back of the counter means: the sentences of the contract under Attempts. */
final class AttemptsTest {
  @TempDir private Path root;
  private WatchedDirectory logs;
  private int time;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private RunSnapshot read(String... lines) throws IOException {
    logs.write("train.jsonl", String.join("\n", lines) + "\n");
    return logs.pollLater().run();
  }

  private String train(double step, double loss) {
    return "{\"step\":%s,\"loss\":%s,\"timestamp\":%s}".formatted(step, loss, Lines.time(time++));
  }

  private String trains(int from, int to) {
    StringBuilder out = new StringBuilder();
    for (int step = from; step <= to; step++) {
      out.append(step > from ? "\n" : "").append(train(step, 2));
    }
    return out.toString();
  }

  private String eval(int step, double loss) {
    return "{\"step\":%d,\"eval_loss\":%s,\"timestamp\":%s}"
        .formatted(step, loss, Lines.time(time++));
  }

  private static void assertCounts(RunSnapshot run, int restarts, int rewinds, double step) {
    assertEquals(restarts, run.counts().restarts(), "restarts");
    assertEquals(rewinds, run.counts().rewinds(), "rewinds");
    assertEquals(step, run.position().step(), "position");
  }

  @Test
  void a_count_at_the_attempts_first_is_a_restart() throws IOException {
    assertCounts(read(trains(10, 14), trains(10, 11)), 1, 0, 11);
  }

  @Test
  void the_pause_before_a_restart_is_no_gap_between_records() throws IOException {
    String first = trains(10, 14);
    time += 5000;
    RunSnapshot run = read(first, trains(10, 12));
    assertEquals(1, run.times().interval());
    assertEquals(1, run.times().longestGap());
  }

  @Test
  void a_count_of_a_tenth_is_a_restart() throws IOException {
    assertCounts(read(trains(1, 100), train(10, 2)), 1, 0, 10);
  }

  @Test
  void a_count_above_a_tenth_is_a_rewind() throws IOException {
    assertCounts(read(trains(1, 100), train(11, 2)), 0, 1, 11);
  }

  @Test
  void a_step_back_among_counts_that_repeat_is_of_another_process_in_the_same_file()
      throws IOException {
    assertCounts(read(trains(1, 30), train(30, 2), train(29, 2)), 0, 0, 30);
  }

  @Test
  void a_step_back_among_counts_that_were_overtaken_is_of_another_process() throws IOException {
    String[] mixed = {trains(1, 30), train(28, 2), train(31, 2), train(29, 2), train(32, 2)};
    assertCounts(read(mixed), 0, 1, 32);
  }

  @Test
  void two_processes_are_forgotten_after_twenty_records() throws IOException {
    String shared = trains(1, 30) + "\n" + train(30, 2);
    assertCounts(read(shared, trains(31, 49), train(40, 2)), 0, 0, 49);
    time = 0;
    logs = new WatchedDirectory(root.resolve("other"));
    assertCounts(read(shared, trains(31, 50), train(40, 2)), 0, 1, 40);
  }

  @Test
  void a_record_of_another_kind_only_moves_the_position_forward() throws IOException {
    String other = "{\"step\":%d,\"queue\":1}";
    RunSnapshot run = read(trains(1, 5), other.formatted(3), other.formatted(8));
    assertCounts(run, 0, 0, 8);
    assertEquals(7, run.counts().steps());
  }

  @Test
  void records_of_another_kind_before_the_first_training_record_make_no_attempt()
      throws IOException {
    assertCounts(read("{\"step\":50,\"queue\":1}", trains(3, 5)), 0, 0, 5);
  }

  @Test
  void replayed_steps_count_again_and_the_first_of_an_attempt_adds_nothing() throws IOException {
    assertEquals(9 + 5, read(trains(1, 10), trains(5, 10)).counts().steps());
    logs = new WatchedDirectory(root.resolve("restart"));
    assertEquals(9 + 3, read(trains(1, 10), trains(1, 4)).counts().steps());
  }

  @Test
  void a_restart_begins_gauges_windows_and_best_anew_and_counters_go_on() throws IOException {
    RunSnapshot run =
        read(
            "{\"step\":0,\"total_steps\":500}",
            train(1, 8),
            "{\"step\":2,\"loss\":8,\"grad_norm\":3,\"other\":4}",
            eval(2, 0.5),
            trains(3, 20),
            train(1, 4));
    assertCounts(run, 1, 0, 1);
    assertEquals(4, run.signals().newest(Signal.LOSS));
    assertEquals(4, run.signals().mean(Signal.LOSS));
    assertEquals(Double.NaN, run.signals().newest(Signal.GRADIENT_NORM));
    assertEquals(Double.NaN, run.validation().best().loss());
    assertEquals(Map.of("other", Double.NaN), run.values());
    assertEquals(500, run.schedule().steps());
    assertEquals(1, run.counts().validations());
    assertEquals(19, run.counts().steps());
  }

  @Test
  void evaluations_just_before_a_restart_belong_to_the_new_attempt() throws IOException {
    RunSnapshot run = read(trains(1, 20), eval(20, 0.5), eval(0, 3), train(1, 4));
    assertCounts(run, 1, 0, 1);
    assertEquals(3, run.validation().best().loss());
    assertEquals(3, run.validation().newest().loss());
  }

  @Test
  void after_a_rewind_best_falls_back_to_the_best_before_it() throws IOException {
    String before = String.join("\n", trains(1, 10), eval(10, 2.5), trains(11, 20), eval(20, 1.5));
    RunSnapshot run = read(before, trains(21, 30), eval(30, 1), trains(25, 26));
    assertCounts(run, 0, 1, 26);
    assertEquals(1.5, run.validation().best().loss());
    assertEquals(20, run.validation().best().step());
    assertEquals(3, run.counts().validations());
  }

  @Test
  void after_a_rewind_windows_hold_nothing_above_it() throws IOException {
    RunSnapshot run = read(trains(1, 10), train(11, 100), train(12, 100), train(10, 2));
    assertEquals(0, run.counts().restarts());
    assertEquals(2, run.signals().mean(Signal.LOSS));
  }

  @Test
  void an_epoch_that_falls_is_read_by_the_same_rules() throws IOException {
    RunSnapshot back = epochs("back", 1, 2, 3, 4, 5, 3, 4);
    assertEquals(1, back.counts().rewinds());
    assertEquals(Double.NaN, back.position().step());
    assertEquals(4, back.position().epoch());
    assertEquals(1, epochs("again", 1, 2, 3, 1).counts().restarts());
  }

  private RunSnapshot epochs(String name, int... epochs) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int epoch : epochs) {
      lines.append("{\"epoch\":%d,\"train_loss\":2}\n".formatted(epoch));
    }
    logs.write(name + "/log.txt", lines.toString());
    return logs.pollLater().run(name);
  }

  @Test
  void the_accuracy_of_an_evaluation_just_before_a_restart_is_of_the_new_attempt()
      throws IOException {
    String baseline =
        "{\"step\":0,\"eval_loss\":3,\"eval_acc\":0.25,\"timestamp\":%s}".formatted(Lines.time(50));
    RunSnapshot run = read(trains(1, 40), baseline, train(1, 2));
    assertEquals(1, run.counts().restarts());
    assertEquals(0.25, run.signals().newest(Signal.VALIDATION_ACCURACY));
  }

  @Test
  void the_accuracy_of_the_past_attempt_is_forgotten() throws IOException {
    String last = "{\"step\":40,\"eval_loss\":3,\"eval_acc\":0.25,\"timestamp\":%s}";
    RunSnapshot run = read(trains(1, 40), last.formatted(Lines.time(50)), train(1, 2));
    assertEquals(Double.NaN, run.signals().newest(Signal.VALIDATION_ACCURACY));
  }

  @Test
  void the_highest_learning_rate_is_of_the_alias_that_is_read() throws IOException {
    RunSnapshot run =
        read(
            "{\"step\":1,\"loss\":2,\"learning_rate\":0.5}", "{\"step\":2,\"loss\":2,\"lr\":0.25}");
    assertEquals(0.25, run.schedule().highestRate());
  }
}
