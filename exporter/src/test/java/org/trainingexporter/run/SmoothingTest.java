package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

/** Means follow the density of the log, and what is compared belongs together. */
final class SmoothingTest {
  @TempDir private Path root;
  private WatchedDirectory logs;
  private final StringBuilder lines = new StringBuilder();

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private RunSnapshot read() throws IOException {
    logs.write("train.jsonl", lines.toString());
    return logs.pollLater().run();
  }

  /** Each loss is its step. */
  private void trains(int from, int to) {
    for (int step = from; step <= to; step++) {
      lines.append("{\"step\":%d,\"loss\":%d,\"grad_norm\":%d}\n".formatted(step, step, step));
    }
  }

  private void validate(int step, double loss) {
    lines.append("{\"step\":%d,\"eval_loss\":%s}\n".formatted(step, loss));
  }

  private static double mean(RunSnapshot run, Signal signal) {
    return run.signals().mean(signal);
  }

  @Test
  void a_mean_is_of_a_tenth_of_the_records() throws IOException {
    trains(1, 30);
    assertEquals(29, mean(read(), Signal.LOSS));
    assertEquals(3, logs.run().signals().meanOf(Signal.LOSS));
  }

  @Test
  void of_few_records_it_is_the_newest() throws IOException {
    trains(1, 9);
    assertEquals(9, mean(read(), Signal.LOSS));
    assertEquals(1, logs.run().signals().meanOf(Signal.LOSS));
  }

  @Test
  void a_mean_is_of_fifty_losses_and_a_hundred_gradient_norms_at_most() throws IOException {
    trains(1, 2_000);
    RunSnapshot run = read();
    assertEquals(1975.5, mean(run, Signal.LOSS));
    assertEquals(1950.5, mean(run, Signal.GRADIENT_NORM));
    assertEquals(50, run.signals().meanOf(Signal.LOSS));
    assertEquals(100, run.signals().meanOf(Signal.GRADIENT_NORM));
  }

  @Test
  void a_restart_begins_the_count_anew() throws IOException {
    trains(1, 500);
    trains(1, 20);
    assertEquals(19.5, mean(read(), Signal.LOSS));
  }

  @Test
  void after_a_rewind_what_was_taken_back_does_not_count() throws IOException {
    trains(1, 400);
    trains(380, 400);
    assertEquals(1, read().counts().rewinds());
    assertEquals(40, logs.run().signals().meanOf(Signal.LOSS));
    assertEquals((21 * 390 + 19 * 371) / 40.0, mean(logs.run(), Signal.LOSS), 1e-9);
  }

  @Test
  void a_validation_compares_with_the_training_since_the_validation_before() throws IOException {
    trains(1, 10);
    validate(10, 3);
    trains(11, 20);
    validate(20, 16);
    trains(21, 25);
    RunSnapshot run = read();
    assertEquals(15.5, run.validation().newest().trainingLoss());
    assertEquals(5.5, run.validation().best().trainingLoss());
  }

  @Test
  void two_validations_in_a_row_compare_with_the_same_training() throws IOException {
    trains(1, 10);
    validate(10, 3);
    validate(10, 4);
    assertEquals(5.5, read().validation().newest().trainingLoss());
  }

  @Test
  void a_baseline_compares_with_nothing() throws IOException {
    validate(0, 9);
    trains(1, 10);
    assertEquals(Double.NaN, read().validation().newest().trainingLoss());
  }

  @Test
  void a_rewind_drops_the_training_that_was_taken_back() throws IOException {
    trains(1, 100);
    validate(100, 3);
    trains(101, 200);
    trains(151, 160);
    validate(160, 4);
    assertEquals(155.5, read().validation().newest().trainingLoss());
  }
}
