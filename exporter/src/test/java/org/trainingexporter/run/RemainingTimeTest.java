package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.trainingexporter.testing.Lines;

/** Plan and ETA: how long a run still takes, and where nothing says so. */
final class RemainingTimeTest extends TimedRun {
  @Test
  void no_time_remains_where_the_training_does_not_go_on() throws IOException {
    read(30, plan(100), Lines.trains(1, 30));
    assertEquals(70, eta(), 1e-6);
    logs.pollAfter(Duration.ofMinutes(11));
    assertState(TrainingState.STALLED);
    assertEquals(Double.NaN, eta());
    logs.pollAfter(Duration.ofDays(1));
    assertEquals(Double.NaN, eta());
  }

  @Test
  void a_run_that_is_not_finite_has_no_time_remaining() throws IOException {
    read(5, plan(100), Lines.trains(1, 5), "{\"step\":6,\"loss\":NaN}\n");
    assertEquals(Double.NaN, eta());
  }

  @Test
  void records_of_progress_alone_set_the_elapsed_and_the_remaining_time() throws IOException {
    String line =
        "{\"current_steps\":%d,\"total_steps\":50,\"percentage\":%d,\"elapsed_time\":\"0:00:%d\","
            + "\"remaining_time\":\"0:03:20\"}\n";
    read(1, line.formatted(5, 10, 20), line.formatted(10, 20, 40));
    assertState(TrainingState.TRAINING);
    assertEquals(40, logs.run().times().elapsed());
    assertEquals(200, eta());
    assertEquals(10, logs.step());
  }

  @Test
  void the_left_steps_at_the_mean_speed_are_the_eta() throws IOException {
    read(50, plan(100), Lines.trains(1, 50));
    assertEquals(50, eta(), 1e-6);
  }

  @Test
  void a_pause_does_not_poison_the_eta() throws IOException {
    logs.clock.advance(Duration.ofHours(1));
    String resumed =
        Lines.train(51).replace(".0}", "}").replace("\"timestamp\":176379", "\"timestamp\":176380");
    read(1, plan(101), Lines.trains(1, 50), resumed);
    assertEquals(50, eta(), 1e-6);
  }

  @Test
  void a_logged_eta_is_taken() throws IOException {
    read(1, plan(100), "{\"step\":1,\"loss\":2,\"eta\":\"1:02:03\"}\n");
    assertEquals(3723, eta());
  }

  @Test
  void without_a_plan_there_is_no_eta() throws IOException {
    read(9, Lines.trains(1, 9));
    assertEquals(Double.NaN, logs.run().schedule().steps());
    assertEquals(Double.NaN, eta());
  }

  @Test
  void a_guessed_plan_is_a_whole_number_of_steps_so_that_its_end_is_reached() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"eta_seconds\":%s,\"steps_per_sec\":0.3}\n";
    read(2, line.formatted(19, "32.9"), line.formatted(28, "0"));
    assertState(TrainingState.FINISHED);
  }

  @Test
  void a_guessed_plan_is_rounded_up_so_that_no_run_is_finished_a_step_early() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"eta_seconds\":%s,\"steps_per_sec\":0.5}\n";
    read(2, line.formatted(50, "100.8"), line.formatted(99, "2.8"));
    assertEquals(101, logs.run().schedule().steps());
    assertState(TrainingState.TRAINING);
  }

  @Test
  void the_rounding_of_numbers_adds_no_step_to_a_guessed_plan() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"eta_seconds\":%s,\"steps_per_sec\":1.1}\n";
    read(1, line.formatted(19, "90"));
    assertEquals(118, logs.run().schedule().steps());
  }

  @Test
  void the_plan_is_guessed_at_first_sight_when_eta_and_speed_are_logged() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"eta_seconds\":%d,\"steps_per_sec\":0.5}\n";
    read(1, line.formatted(100, 800), line.formatted(101, 900));
    assertEquals(500, logs.run().schedule().steps());
    assertEquals(900, eta());
  }
}
