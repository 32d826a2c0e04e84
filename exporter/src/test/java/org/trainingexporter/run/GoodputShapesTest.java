package org.trainingexporter.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.run.goodput.GoodputSnapshot;
import org.trainingexporter.run.goodput.TimeKind;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Where a log may write its validations, and what their time is booked as. */
final class GoodputShapesTest {
  private static final String TRAIN = "\"loss\":2";
  private static final String VALIDATION = "\"eval_loss\":2";
  private static final String BOTH = TRAIN + ",\"val_loss\":2";

  @TempDir private Path root;
  private WatchedDirectory logs;
  private final StringBuilder log = new StringBuilder();

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
    logs.clock.advance(Duration.ofDays(30));
  }

  /** A record so many seconds after the start. */
  private void add(int step, double seconds, String values) {
    log.append(
        String.format(
            Locale.ROOT,
            "{\"step\":%d,%s,\"timestamp\":%.1f}\n",
            step,
            values,
            Lines.time(0) + seconds));
  }

  private void checkpoint(int step, double seconds) throws IOException {
    Path file = logs.write("checkpoint-" + step + "/model.safetensors", "weights");
    Instant saved = Instant.ofEpochMilli(Math.round((Lines.time(0) + seconds) * 1e3));
    Files.setLastModifiedTime(file, FileTime.from(saved));
    Files.setLastModifiedTime(file.getParent(), FileTime.from(saved));
  }

  /**
   * Seconds that are productive, of evaluation, of checkpoints and paused; nothing is replayed. The
   * newest gap is not booked where something lies in it.
   */
  private List<Double> read() throws IOException {
    logs.write("train.jsonl", log.toString());
    GoodputSnapshot goodput = logs.pollLater().run().goodput();
    return Stream.of(TimeKind.PRODUCTIVE, TimeKind.EVALUATION, TimeKind.CHECKPOINT, TimeKind.PAUSED)
        .map(goodput::seconds)
        .toList();
  }

  /** Twenty steps of ten seconds, but a minute more after the tenth. */
  private void steps(String ofTenth, double minuteBeforeTenth) {
    for (int step = 1; step <= 20; step++) {
      double more = step > 10 ? 60 : step == 10 ? minuteBeforeTenth : 0;
      add(step, 10 * step + more, step == 10 ? ofTenth : TRAIN);
    }
  }

  @Test
  void a_validation_that_is_written_when_it_ends() throws IOException {
    for (int step = 1; step <= 20; step++) {
      add(step, 10 * step + (step > 10 ? 60 : 0), TRAIN);
      if (step == 10) {
        add(step, 160, VALIDATION);
      }
    }
    assertEquals(List.of(190.0, 60.0, 0.0, 0.0), read());
  }

  @Test
  void a_validation_that_is_written_when_it_begins() throws IOException {
    for (int step = 1; step <= 20; step++) {
      add(step, 10 * step + (step > 10 ? 60 : 0), TRAIN);
      if (step == 10) {
        add(step, 100.1, VALIDATION);
      }
    }
    assertEquals(List.of(190.0, 60.0, 0.0, 0.0), read());
  }

  @Test
  void a_validation_in_a_training_record_that_is_written_after_both() throws IOException {
    steps(BOTH, 60);
    assertEquals(List.of(190.0, 60.0, 0.0, 0.0), read());
  }

  @Test
  void a_validation_in_a_training_record_whose_time_is_before_it() throws IOException {
    steps(BOTH, 0);
    assertEquals(List.of(190.0, 60.0, 0.0, 0.0), read());
  }

  @Test
  void a_validation_at_the_time_of_the_training_record_that_follows_it() throws IOException {
    for (int step = 1; step <= 20; step++) {
      double time = 10 * step + (step > 10 ? 60 : 0);
      if (step == 10) {
        add(step, time, VALIDATION);
      }
      add(step, time, TRAIN);
    }
    assertEquals(List.of(190.0, 60.0, 0.0, 0.0), read());
  }

  @Test
  void a_slow_step_after_a_validation_that_has_its_time_is_productive() throws IOException {
    for (int step = 1; step <= 20; step++) {
      double more = step > 10 ? 100 : step == 10 ? 60 : 0;
      add(step, 10 * step + more, step == 10 ? BOTH : TRAIN);
    }
    assertEquals(List.of(230.0, 60.0, 0.0, 0.0), read());
  }

  @Test
  void a_checkpoint_at_the_time_of_a_training_record_is_in_the_gap_after_it() throws IOException {
    checkpoint(10, 100);
    steps(TRAIN, 0);
    assertEquals(List.of(190.0, 0.0, 60.0, 0.0), read());
  }

  @Test
  void where_each_record_has_a_validation_its_time_cannot_be_told() throws IOException {
    for (int epoch = 1; epoch <= 10; epoch++) {
      add(epoch, 100 * epoch, BOTH);
    }
    assertEquals(List.of(800.0, 0.0, 0.0, 0.0), read());
  }

  @Test
  void where_each_gap_has_a_validation_it_counts_from_the_record_of_its_position()
      throws IOException {
    for (int epoch = 1; epoch <= 10; epoch++) {
      add(epoch, 100 * epoch, TRAIN);
      add(epoch, 100 * epoch + 30, VALIDATION);
    }
    assertEquals(List.of(560.0, 240.0, 0.0, 0.0), read());
  }

  @Test
  void of_two_in_each_gap_the_one_after_more_steps_cannot_be_told() throws IOException {
    for (int i = 1; i <= 10; i++) {
      add(100 * i, 100 * i, TRAIN);
      add(100 * i, 100 * i + 20, VALIDATION);
      add(100 * i + 50, 100 * i + 70, VALIDATION);
    }
    assertEquals(List.of(640.0, 160.0, 0.0, 0.0), read());
  }

  @Test
  void a_long_validation_is_a_pause_at_first_and_then_known() throws IOException {
    double time = 0;
    for (int step = 1; step <= 40; step++) {
      time += 10;
      add(step, time, TRAIN);
      if (step % 10 == 0 && step < 40) {
        time += 900;
        add(step, time, VALIDATION);
      }
    }
    assertEquals(List.of(390.0, 1800.0, 0.0, 900.0), read());
  }
}
