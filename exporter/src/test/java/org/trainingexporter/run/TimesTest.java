package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.time.TimesSnapshot;
import org.trainingexporter.testing.WatchedDirectory;

/** The time of a record: its own, else counted back from its file's, else its arrival. */
final class TimesTest {
  private static final double HALF_A_SECOND = 0.5;

  @TempDir private Path root;
  private WatchedDirectory logs;
  private double written;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
    logs.clock.advance(Duration.ofHours(5));
  }

  private TimesSnapshot read(String... lines) throws IOException {
    written = logs.clock.seconds();
    logs.write("train.jsonl", String.join("\n", lines) + "\n");
    return logs.pollLater().run().times();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1763800274.5",
        "1763800274500",
        "\"1763800274.5\"",
        "\"2025-11-22T08:31:14.5Z\"",
        "\"2025-11-22T09:31:14.500+01:00\"",
        "\"2025-11-22 08:31:14,500\""
      })
  void a_records_own_time_is_read(String time) throws IOException {
    logs.clock.advance(Duration.ofMinutes(-7));
    double first = read("{\"step\":1,\"loss\":2,\"timestamp\":" + time + "}").first();
    assertEquals(1_763_800_274.5, first);
  }

  @Test
  void a_time_without_a_zone_is_set_right_by_the_files_own() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"timestamp\":\"2025-11-22T18:30:%02d\"}";
    TimesSnapshot times = read(line.formatted(1, 0), line.formatted(2, 20));
    assertEquals(20, times.newest() - times.first());
    assertEquals(written + 20, times.newest());
  }

  @Test
  void the_multiple_of_a_quarter_of_an_hour_is_taken_off() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"timestamp\":\"2025-11-22T18:44:%02d\"}";
    TimesSnapshot times = read(line.formatted(1, 0), line.formatted(2, 30));
    assertEquals(written(12, 59), times.first());
    assertEquals(written(12, 59) + 30, times.newest());
  }

  /** That time of the day on which the clock begins. */
  private double written(int hour, int minute) {
    return 1_763_769_600 + hour * 3600 + minute * 60;
  }

  @Test
  void a_time_off_by_anything_else_is_left() throws IOException {
    double first = read("{\"step\":1,\"loss\":2,\"timestamp\":\"2025-11-22T12:53:00\"}").first();
    assertEquals(written(12, 53), first);
  }

  @Test
  void without_a_time_the_newest_is_at_the_files_and_earlier_ones_go_back_by_the_elapsed_field()
      throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"elapsed_time\":\"%s\"}";
    TimesSnapshot times =
        read(
            line.formatted(1, "0:00:10"),
            line.formatted(2, "0:01:00"),
            line.formatted(3, "1:00:10"));
    assertEquals(written, times.newest());
    assertEquals(written - 3600, times.first());
  }

  @Test
  void without_an_elapsed_field_they_go_back_by_the_logged_speed() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"steps_per_sec\":0.5}";
    TimesSnapshot times = read(line.formatted(10, 0), line.formatted(20, 0), line.formatted(40, 0));
    assertEquals(written - 60, times.first());
  }

  @Test
  void a_counter_that_begins_again_with_each_epoch_goes_on_by_the_speed() throws IOException {
    String line = "{\"epoch\":%d,\"iter\":%d,\"loss\":2,\"steps_per_sec\":0.5}";
    TimesSnapshot times = read(line.formatted(1, 10), line.formatted(1, 20), line.formatted(2, 10));
    assertEquals(written - 40, times.first());
  }

  @Test
  void records_without_a_time_lie_evenly_between_those_that_have_one() throws IOException {
    String line = "{\"step\":%d,\"loss\":2}";
    String epoch = "{\"step\":%d,\"epoch\":%d,\"train_loss_epoch\":2,\"epoch_time\":120}";
    read(
        line.formatted(9),
        line.formatted(19),
        line.formatted(29),
        epoch.formatted(29, 0),
        line.formatted(39),
        line.formatted(49),
        line.formatted(59),
        epoch.formatted(59, 1));
    TimesSnapshot times = logs.run().times();
    assertEquals(written - 200, times.first());
    assertEquals(40, times.interval());
    assertEquals(10 / 40.0, logs.run().signals().mean(Signal.STEPS_PER_SECOND));
  }

  @Test
  void two_processes_that_write_one_log_are_not_each_others_beginning() throws IOException {
    String line = "{\"current_steps\":%d,\"loss\":2,\"elapsed_time\":\"0:%02d:%02d\"}";
    TimesSnapshot times =
        read(
            line.formatted(10, 2, 12),
            line.formatted(10, 2, 13),
            line.formatted(20, 4, 43),
            line.formatted(20, 4, 45),
            line.formatted(30, 7, 20),
            line.formatted(30, 7, 11),
            line.formatted(40, 9, 50));
    assertEquals(written - (9 * 60 + 50 - 132), times.first());
  }

  @Test
  void an_elapsed_time_that_begins_again_leaves_what_was_before_unknown() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"elapsed_time\":%d}";
    TimesSnapshot times =
        read(line.formatted(10, 100), line.formatted(20, 5), line.formatted(30, 65));
    assertEquals(Double.NaN, times.first());
    assertEquals(60, times.interval());
  }

  @Test
  void a_short_log_that_begins_again_is_no_second_process() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"elapsed_time\":%d}";
    TimesSnapshot times =
        read(
            line.formatted(10, 60),
            line.formatted(20, 100),
            line.formatted(10, 60),
            line.formatted(20, 101),
            line.formatted(30, 140));
    assertEquals(Double.NaN, times.first());
    assertEquals(written, times.newest());
    assertEquals(40, times.interval());
    assertEquals(80, logs.run().goodput().total());
  }

  @Test
  void a_late_record_of_a_second_process_is_no_beginning() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"elapsed_time\":%d}";
    TimesSnapshot times =
        read(
            line.formatted(10, 60),
            line.formatted(20, 100),
            line.formatted(10, 61),
            line.formatted(30, 140),
            line.formatted(20, 102),
            line.formatted(40, 180));
    assertEquals(written - 120, times.first());
  }

  @Test
  void two_processes_whose_counter_begins_again_with_each_epoch_go_on() throws IOException {
    String line = "{\"epoch\":%d,\"step\":%d,\"loss\":2,\"elapsed_time\":%d}";
    TimesSnapshot times =
        read(
            line.formatted(1, 100, 200),
            line.formatted(2, 10, 220),
            line.formatted(2, 20, 240),
            line.formatted(2, 10, 221),
            line.formatted(2, 30, 260));
    assertEquals(written - 60, times.first());
  }

  @Test
  void without_either_earlier_times_are_unknown() throws IOException {
    TimesSnapshot times = read("{\"step\":1,\"loss\":2}", "{\"step\":2,\"loss\":2}");
    assertEquals(Double.NaN, times.first());
    assertEquals(written, times.newest());
    assertEquals(Double.NaN, times.interval());
    assertEquals(Double.NaN, logs.run().events().get(0).time());
  }

  @Test
  void what_arrives_while_we_run_has_its_arrival() throws IOException {
    read("{\"step\":1,\"loss\":2}");
    logs.append("train.jsonl", "{\"step\":2,\"loss\":2}\n");
    logs.poll();
    double arrival = logs.clock.seconds();
    assertEquals(arrival, logs.run().times().newest());
    logs.append("train.jsonl", "{\"step\":3,\"loss\":2}\n");
    logs.poll();
    assertEquals(HALF_A_SECOND, logs.run().times().newest() - arrival);
    logs.append("train.jsonl", "{\"step\":4,\"loss\":2}\n");
    logs.poll();
    assertEquals(2, logs.run().signals().newest(Signal.STEPS_PER_SECOND));
  }

  @Test
  void time_that_jumps_back_makes_no_negative_speed() throws IOException {
    String line = "{\"step\":%d,\"loss\":2,\"max_steps\":100,\"timestamp\":%d}";
    read(
        line.formatted(1, 1763800100),
        line.formatted(2, 1763800110),
        line.formatted(3, 1763800000));
    assertEquals(0.1, logs.run().signals().newest(Signal.STEPS_PER_SECOND));
    assertEquals(970, logs.run().eta(1_763_800_110), 1e-6);
    assertEquals(1_763_800_110, logs.run().times().newest());
  }

  @Test
  void several_files_are_merged_by_their_times() throws IOException {
    logs.write("eval.jsonl", "{\"step\":2,\"eval_loss\":1.5,\"timestamp\":1763800025}\n");
    String line = "{\"step\":%d,\"loss\":2,\"timestamp\":17638000%d0}";
    read(line.formatted(1, 1), line.formatted(2, 2), line.formatted(3, 3), line.formatted(2, 4));
    assertEquals(1, logs.run().counts().rewinds());
    assertEquals(1.5, logs.run().validation().best().loss());
    assertEquals("validation", logs.run().events().get(1).type());
  }
}
