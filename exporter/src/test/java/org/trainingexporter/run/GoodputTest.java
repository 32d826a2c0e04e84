package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.run.goodput.GoodputSnapshot;
import org.trainingexporter.run.goodput.TimeKind;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** From logs to where their hours went. */
final class GoodputTest {
  @TempDir private Path root;
  private WatchedDirectory logs;
  private final StringBuilder log = new StringBuilder();
  private double now = Lines.time(0);

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
    logs.clock.advance(Duration.ofDays(30));
  }

  /** Training records from one step to another, each ten seconds after the one before. */
  private GoodputTest steps(int from, int to) {
    for (int step = from; step <= to; step++) {
      now += 10;
      add("{\"step\":%d,\"loss\":2,\"timestamp\":%.1f}", step, now);
    }
    return this;
  }

  private GoodputTest validation(int step, double seconds) {
    now += seconds;
    add("{\"step\":%d,\"eval_loss\":2,\"timestamp\":%.1f}", step, now);
    return this;
  }

  private GoodputTest silence(double seconds) {
    now += seconds;
    return this;
  }

  private void add(String line, Object... values) {
    log.append(String.format(Locale.ROOT, line + "\n", values));
  }

  private void checkpoint(int step, double saved) throws IOException {
    Path file = logs.write("checkpoint-" + step + "/model.safetensors", "weights");
    FileTime time = FileTime.from(Instant.ofEpochMilli(Math.round(saved * 1e3)));
    Files.setLastModifiedTime(file, time);
    Files.setLastModifiedTime(file.getParent(), time);
  }

  private GoodputSnapshot read() throws IOException {
    logs.write("train.jsonl", log.toString());
    return logs.pollLater().run().goodput();
  }

  private static Map<TimeKind, Double> seconds(
      double productive, double replayed, double evaluation, double checkpoint, double paused) {
    Map<TimeKind, Double> seconds = new EnumMap<>(TimeKind.class);
    double[] all = {productive, replayed, evaluation, checkpoint, paused};
    Arrays.stream(TimeKind.values()).forEach(kind -> seconds.put(kind, all[kind.ordinal()]));
    return seconds;
  }

  @Test
  void steps_that_are_kept_are_productive() throws IOException {
    GoodputSnapshot goodput = steps(1, 11).read();
    assertEquals(seconds(100, 0, 0, 0, 0), goodput.seconds());
    assertEquals(1, goodput.ratio());
    assertEquals(0, goodput.lostSteps());
  }

  @Test
  void what_a_validation_takes_beyond_a_step_is_evaluation() throws IOException {
    GoodputSnapshot goodput = steps(1, 5).validation(5, 60).steps(6, 11).read();
    assertEquals(seconds(100, 0, 60, 0, 0), goodput.seconds());
    assertEquals(100 / 160.0, goodput.ratio());
  }

  @Test
  void steps_below_the_highest_of_the_attempt_are_replayed() throws IOException {
    GoodputSnapshot goodput = steps(1, 50).steps(41, 60).read();
    assertEquals(seconds(490 + 100, 100, 0, 0, 0), goodput.seconds());
    assertEquals(9, goodput.lostSteps());
  }

  @Test
  void a_record_that_passes_the_highest_is_partly_replayed() throws IOException {
    steps(1, 30).steps(21, 21);
    now += 100;
    add("{\"step\":31,\"loss\":2,\"timestamp\":%.1f}", now);
    assertEquals(seconds(290 + 10, 10 + 90, 0, 0, 0), read().seconds());
  }

  @Test
  void a_restart_loses_nothing_and_begins_a_new_reckoning() throws IOException {
    GoodputSnapshot goodput = steps(1, 50).silence(5000).steps(1, 11).read();
    assertEquals(seconds(490 + 100, 0, 0, 0, 0), goodput.seconds());
    assertEquals(0, goodput.lostSteps());
  }

  @Test
  void silence_beyond_the_stall_threshold_is_a_pause() throws IOException {
    GoodputSnapshot goodput = steps(1, 11).silence(7200).steps(12, 21).read();
    assertEquals(seconds(200, 0, 0, 0, 7200), goodput.seconds());
  }

  @Test
  void records_that_are_always_far_apart_have_no_pause_between() throws IOException {
    for (int step = 1; step <= 6; step++) {
      silence(1190).steps(step, step);
    }
    assertEquals(seconds(4800, 0, 0, 0, 0), read().seconds());
  }

  @Test
  void a_silence_after_the_first_record_is_a_pause_where_fast_steps_follow() throws IOException {
    steps(1, 1).silence(7200);
    assertEquals(seconds(90, 0, 0, 0, 7210), steps(2, 11).read().seconds());
  }

  @Test
  void the_newest_gap_counts_once_the_run_is_silent() throws IOException {
    GoodputSnapshot goodput = steps(1, 11).silence(30).steps(12, 12).read();
    assertEquals(100, goodput.at(now + 29).total());
    assertEquals(140, goodput.at(now + 30).total());
    assertEquals(seconds(140, 0, 0, 0, 0), goodput.at(now + 30).seconds());
  }

  @Test
  void a_second_long_pause_is_a_pause_too() throws IOException {
    steps(1, 11).silence(7200).steps(12, 21).silence(7200);
    assertEquals(seconds(300, 0, 0, 0, 14400), steps(22, 31).read().seconds());
  }

  @Test
  void a_pause_after_a_validation_is_no_evaluation() throws IOException {
    steps(1, 11).validation(11, 60).silence(7200);
    assertEquals(seconds(200, 0, 60, 0, 7200), steps(12, 21).read().seconds());
  }

  @Test
  void what_a_checkpoint_takes_beyond_a_step_is_checkpoint() throws IOException {
    checkpoint(11, Lines.time(0) + 110 + 30);
    GoodputSnapshot goodput = steps(1, 11).silence(30).steps(12, 21).read();
    assertEquals(seconds(200, 0, 0, 30, 0), goodput.seconds());
  }

  @Test
  void validation_and_checkpoint_share_what_both_took() throws IOException {
    checkpoint(11, Lines.time(0) + 110 + 60 + 20);
    GoodputSnapshot goodput = steps(1, 11).validation(11, 60).silence(20).steps(12, 21).read();
    assertEquals(seconds(200, 0, 60, 20, 0), goodput.seconds());
  }

  @Test
  void a_checkpoint_that_was_deleted_counts_as_productive() throws IOException {
    GoodputSnapshot goodput = steps(1, 11).silence(30).steps(12, 21).read();
    assertEquals(seconds(230, 0, 0, 0, 0), goodput.seconds());
  }

  @Test
  void a_checkpoint_that_is_found_after_the_next_record_counts_the_same() throws IOException {
    steps(1, 11).silence(30).steps(12, 12).read();
    checkpoint(11, Lines.time(0) + 110 + 30);
    logs.pollLater();
    assertEquals(seconds(200, 0, 0, 30, 0), steps(13, 21).read().seconds());
  }

  @Test
  void no_kind_ever_falls_and_all_together_are_the_time_that_passed() throws IOException {
    steps(1, 20).validation(20, 45).steps(21, 40).silence(9000).steps(30, 60);
    Map<TimeKind, Double> before = seconds(0, 0, 0, 0, 0);
    String[] lines = log.toString().split("(?<=\n)", -1);
    for (String line : lines) {
      logs.append("train.jsonl", line);
      Map<TimeKind, Double> after = logs.poll().names().isEmpty() ? before : goodput();
      before.forEach((kind, seconds) -> assertTrue(after.get(kind) >= seconds, kind.label));
      before = after;
    }
    assertEquals(now - Lines.time(1) - 9, logs.run().goodput().total(), 1e-6);
  }

  private Map<TimeKind, Double> goodput() throws IOException {
    return logs.run().goodput().seconds();
  }

  @Test
  void nothing_is_known_where_times_are_guessed() throws IOException {
    logs.write("train.csv", "step,loss\n1,2\n2,1.9\n3,1.8\n");
    Map<String, Double> known =
        FigureTable.ALL.series(logs.pollLater().run(), logs.clock.seconds());
    assertTrue(known.containsKey("training_loss"));
    assertTrue(
        known.keySet().stream().noneMatch(it -> it.matches("training_(time|goodput|lost).*")),
        known.toString());
  }
}
