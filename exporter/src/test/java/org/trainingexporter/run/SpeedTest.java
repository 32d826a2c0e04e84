package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.WatchedDirectory;

/** Speed is steps over time, however the records come. */
final class SpeedTest {
  private static final double START = 1_763_798_400;

  @TempDir private Path root;
  private WatchedDirectory logs;
  private final StringBuilder lines = new StringBuilder();
  private double time = START;
  private int step;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void train(double after, String more) {
    time += after;
    step++;
    lines.append(
        String.format(
            Locale.ROOT, "{\"step\":%d,\"loss\":2,\"timestamp\":%.4f%s}\n", step, time, more));
  }

  private void trains(int records, double each) {
    for (int i = 0; i < records; i++) {
      train(each, "");
    }
  }

  private RunSnapshot read() throws IOException {
    logs.write("train.jsonl", lines.toString());
    return logs.pollLater().run();
  }

  private static double newest(RunSnapshot run) {
    return run.signals().newest(Signal.STEPS_PER_SECOND);
  }

  private static double mean(RunSnapshot run) {
    return run.signals().mean(Signal.STEPS_PER_SECOND);
  }

  @Test
  void bursts_count_for_the_time_between_them_too() throws IOException {
    for (int burst = 0; burst < 30; burst++) {
      train(0.0895, "");
      trains(9, 0.0005);
    }
    RunSnapshot run = read();
    assertEquals(1 / 0.0094, newest(run), 3);
    assertEquals(1 / 0.0094, mean(run), 3);
  }

  @Test
  void rollouts_between_quick_updates_count() throws IOException {
    for (int rollout = 0; rollout < 10; rollout++) {
      train(60, "");
      trains(39, 0.1);
    }
    assertEquals(40 / 63.9, mean(read()), 0.2);
  }

  @Test
  void the_newest_speed_is_of_the_newest_records_that_span_a_second() throws IOException {
    trains(50, 1);
    trains(8, 0.25);
    assertEquals(4, newest(read()));
  }

  @Test
  void of_slow_records_the_newest_two_make_the_newest_speed() throws IOException {
    trains(50, 1);
    train(4, "");
    assertEquals(0.25, newest(read()));
  }

  @Test
  void a_pause_of_hours_is_left_out_of_the_mean() throws IOException {
    trains(60, 2);
    train(7_200, "");
    trains(20, 2);
    assertEquals(0.5, mean(read()), 1e-9);
  }

  @Test
  void steps_that_two_processes_log_count_once() throws IOException {
    for (int i = 0; i < 60; i++) {
      train(0.5, "");
      step--;
      train(0.5, "");
    }
    assertEquals(1, mean(read()), 1e-9);
    assertEquals(1, newest(read()), 1e-9);
  }

  @Test
  void where_only_the_newest_epoch_has_times_the_logged_times_of_all_steps_count()
      throws IOException {
    String record =
        "{\"mode\":\"%s\",\"epoch\":%d,\"iter\":%d,\"loss\":2,\"lr\":0.1,\"time\":%s,\"data_time\":0.1}\n";
    for (int epoch = 1; epoch <= 3; epoch++) {
      for (int i = 1; i <= 60; i++) {
        lines.append(record.formatted("train", epoch, i, i == 1 ? 3.5 : 0.5));
      }
      lines.append("{\"mode\":\"val\",\"epoch\":%d,\"iter\":9,\"AP\":0.5}\n".formatted(epoch));
    }
    assertEquals(100 / (99 * 0.5 + 3.5), mean(read()), 1e-3);
  }

  @Test
  void a_logged_time_of_a_step_is_averaged_as_a_time() throws IOException {
    for (int i = 0; i < 40; i++) {
      lines.append(
          "{\"step\":%d,\"loss\":2,\"step_time_ms\":%s}\n".formatted(++step, i % 2 == 0 ? 1 : 19));
    }
    RunSnapshot run = read();
    assertEquals(39 / 0.399, newest(run), 1e-3);
    assertEquals(39 / 0.399, mean(run), 1e-3);
  }

  @Test
  void without_any_time_an_epochs_steps_are_as_logged() throws IOException {
    for (int i = 1; i <= 40; i++) {
      lines.append(
          "{\"epoch\":%d,\"loss\":2,\"step_time_ms\":%d}\n".formatted(i, i % 2 == 0 ? 1 : 19));
    }
    assertEquals(100, newest(read()), 1e-9);
    assertEquals(100, mean(logs.run()), 1e-9);
  }

  @Test
  void a_time_of_an_iteration_is_no_speed_of_steps() throws IOException {
    for (int i = 0; i < 40; i++) {
      step += 9; // an iteration is ten steps
      train(5, ",\"step_time\":5");
    }
    assertEquals(2, newest(read()), 1e-9);
    assertEquals(2, mean(logs.run()), 1e-9);
  }

  @Test
  void a_logged_speed_is_shown_and_the_mean_is_measured() throws IOException {
    for (int i = 0; i < 40; i++) {
      train(2, ",\"steps_per_sec\":0.8");
    }
    RunSnapshot run = read();
    assertEquals(0.8, newest(run));
    assertEquals(0.5, mean(run), 1e-9);
  }

  @Test
  void the_remaining_time_follows_from_the_mean() throws IOException {
    lines.append("{\"max_steps\":400}\n");
    for (int burst = 0; burst < 20; burst++) {
      train(9.9, "");
      trains(9, 0.1 / 9);
    }
    assertEquals(200, read().eta(time), 0.1);
  }
}
