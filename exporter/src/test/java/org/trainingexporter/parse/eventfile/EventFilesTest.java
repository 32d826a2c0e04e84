package org.trainingexporter.parse.eventfile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.testing.EventBytes;
import org.trainingexporter.testing.WatchedDirectory;

/** Event files that are followed while they grow. */
final class EventFilesTest {
  private static final String FILE = "run/events.out.tfevents.1763800000.host.1.0";
  private static final String NEXT = "run/events.out.tfevents.1763800500.host.2.0";
  private static final double START = 1_763_800_000;

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private static EventBytes losses(long from, long to) {
    return new EventBytes().losses(START, from, to);
  }

  private long trained() throws IOException {
    return logs.run().counts().records().getOrDefault(RecordKind.TRAIN, 0L);
  }

  @Test
  void scalars_of_one_step_are_one_record_at_the_events_time() throws IOException {
    EventBytes events = losses(1, 2);
    events.scalar(START + 3, 3, "train/loss", 1.25).scalar(START + 3.25, 3, "lr", 0.5);
    events.scalar(START + 3.5, 3, "val/loss", 1.5);
    logs.write(FILE, events.bytes());
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(3, logs.records());
    assertEquals(3, logs.step());
    assertEquals(1.25, logs.run().signals().newest(Signal.LOSS));
    assertEquals(0.5, logs.run().signals().newest(Signal.LEARNING_RATE));
    assertEquals(1.5, logs.run().validation().best().loss());
    assertEquals(START + 3, logs.run().times().newest());
  }

  @Test
  void the_newest_step_counts_after_two_seconds_of_silence() throws IOException {
    logs.write(FILE, losses(1, 2).bytes());
    logs.pollLater();
    logs.append(FILE, losses(3, 4).bytes());
    logs.poll();
    assertEquals(3, logs.step());
    logs.pollAfter(Duration.ofSeconds(2));
    assertEquals(4, logs.step());
  }

  @Test
  void a_value_that_comes_late_makes_no_training_record_again() throws IOException {
    logs.write(FILE, losses(1, 5).bytes());
    logs.pollLater();
    EventBytes late = new EventBytes().scalar(START + 30, 5, "grad_norm", 2);
    logs.append(FILE, late.scalar(START + 31, 5, "val/loss", 1.5).bytes());
    logs.pollLater();
    assertEquals(5, trained());
    assertEquals(1.5, logs.run().validation().best().loss());
    assertEquals(5, logs.run().validation().best().step());
  }

  @Test
  void a_frame_that_is_not_whole_waits() throws IOException {
    byte[] all = losses(1, 3).bytes();
    logs.write(FILE, Arrays.copyOf(all, all.length - 5));
    logs.pollLater();
    assertEquals(2, logs.step());
    logs.append(FILE, Arrays.copyOfRange(all, all.length - 5, all.length));
    logs.pollLater();
    assertEquals(3, logs.step());
    assertEquals(0, logs.rejected(Rejection.BAD_FRAME));
  }

  @Test
  void a_broken_frame_ends_its_file_and_the_next_file_goes_on() throws IOException {
    byte[] first = losses(1, 9).bytes();
    first[first.length - 10] ^= 1;
    logs.write(FILE, first);
    logs.pollLater();
    assertEquals(8, logs.step());
    assertEquals(1, logs.rejected(Rejection.BAD_FRAME));
    assertEquals(0, logs.lag("run"));
    logs.append(FILE, losses(10, 12).bytes());
    logs.pollLater();
    assertEquals(8, logs.step());
    assertEquals(1, logs.rejected(Rejection.BAD_FRAME));
    logs.write(NEXT, losses(9, 20).bytes());
    logs.pollLater();
    assertEquals(20, logs.step());
    assertEquals(0, logs.run().counts().rewinds());
  }

  @Test
  void a_file_whose_broken_frame_is_mended_goes_on() throws IOException {
    byte[] whole = losses(1, 9).bytes();
    byte[] broken = whole.clone();
    broken[broken.length - 10] ^= 1;
    logs.write(FILE, broken);
    logs.pollLater();
    logs.write(FILE, whole);
    logs.pollLater();
    assertEquals(9, logs.step());
    assertEquals(9, trained());
  }

  @Test
  void zeros_at_the_end_wait_for_what_is_written_there() throws IOException {
    byte[] all = losses(1, 4).bytes();
    byte[] shown = all.clone();
    int known = losses(1, 3).bytes().length;
    Arrays.fill(shown, known, shown.length, (byte) 0);
    logs.write(FILE, shown);
    logs.pollAfter(Duration.ofSeconds(3));
    logs.write(FILE, all);
    logs.pollLater();
    assertEquals(4, logs.step());
    assertEquals(0, logs.rejected(Rejection.BAD_FRAME));
  }

  @Test
  void a_file_that_was_cut_and_written_again_is_not_read_twice() throws IOException {
    byte[] all = losses(1, 9).bytes();
    logs.write(FILE, all);
    logs.pollLater();
    logs.write(FILE, Arrays.copyOf(all, all.length / 2));
    logs.poll();
    logs.write(FILE, losses(1, 11).bytes());
    logs.pollLater();
    assertEquals(11, logs.step());
    assertEquals(11, trained());
    assertEquals(0, logs.run().counts().restarts());
  }

  @Test
  void a_file_that_was_replaced_by_another_is_read_from_its_start() throws IOException {
    logs.write(FILE, losses(1, 9).bytes());
    logs.pollLater();
    logs.write(FILE, new EventBytes().losses(START + 100, 1, 3).bytes());
    logs.pollLater();
    logs.pollLater();
    assertEquals(3, logs.step());
    assertEquals(1, logs.run().counts().restarts());
  }

  @Test
  void a_file_that_is_gone_costs_nothing_and_the_next_one_is_read() throws IOException {
    logs.write(FILE, losses(1, 9).bytes());
    logs.pollLater();
    Files.delete(logs.path(FILE));
    logs.pollLater();
    logs.write(NEXT, losses(10, 12).bytes());
    logs.pollLater();
    assertEquals(12, logs.step());
    assertEquals(12, trained());
  }

  @Test
  void files_are_read_in_the_order_of_their_stamps_and_steps_that_come_again_are_a_rewind()
      throws IOException {
    logs.write(NEXT, new EventBytes().losses(START + 500, 6, 12).bytes());
    logs.write(FILE, losses(1, 10).bytes());
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(12, logs.step());
    assertEquals(1, logs.run().counts().rewinds());
    assertEquals(0, logs.run().counts().restarts());
  }

  @Test
  void only_the_leading_tags_steps_make_a_rewind() throws IOException {
    EventBytes events = new EventBytes();
    for (int epoch = 0; epoch < 4; epoch++) {
      events.losses(START, 1 + 50L * epoch, 50 + 50L * epoch);
      double at = START + 50 + 50 * epoch;
      events.scalar(at, epoch, "accuracy/train", 0.5).scalar(at, epoch, "val/loss", 3 - epoch);
    }
    logs.write(FILE, events.bytes());
    logs.pollLater();
    assertEquals(200, logs.step());
    assertEquals(0, logs.run().counts().rewinds() + logs.run().counts().restarts());
    assertEquals(0, logs.run().validation().best().loss());
    assertEquals(200, logs.run().validation().best().step());
  }

  @Test
  void two_files_that_are_written_at_once_with_one_tag_are_one_curve() throws IOException {
    logs.write(FILE, losses(1, 40).bytes());
    logs.write(NEXT.replace("500", "001"), losses(2, 39).bytes());
    logs.pollLater();
    assertEquals(40, trained());
    assertEquals(0, logs.run().counts().rewinds());
  }

  @Test
  void what_cannot_be_a_tensor_of_one_number_costs_itself() throws IOException {
    EventBytes events = losses(1, 2);
    byte[] dimension = EventBytes.message(out -> out.writeInt64(1, 1L << 40));
    byte[] shape = EventBytes.message(out -> out.writeByteArray(2, dimension));
    events.tensor(
        START + 2,
        2,
        "lr",
        "scalars",
        out -> {
          out.writeEnum(1, 1);
          out.writeByteArray(2, shape);
          out.writeFloat(5, 1);
        });
    logs.write(FILE, events.losses(START, 3, 4).bytes());
    logs.pollLater();
    assertEquals(4, logs.step());
    assertEquals(1, logs.rejected(Rejection.WRONG_SHAPE));
  }

  @Test
  void a_large_picture_is_passed_over() throws IOException {
    EventBytes events = losses(1, 2);
    byte[] picture = EventBytes.message(out -> out.writeByteArray(4, new byte[3 << 20]));
    events.event(
        START + 2,
        2,
        out -> {
          out.writeString(1, "picture");
          out.writeByteArray(4, picture);
        });
    logs.write(FILE, events.losses(START, 3, 4).bytes());
    logs.pollLater();
    assertEquals(4, logs.step());
    assertTrue(logs.run().counts().rejections().isEmpty());
  }

  @Test
  void curves_of_one_plot_in_directories_of_their_own_are_sets_and_values_of_the_run_above()
      throws IOException {
    String file = "events.out.tfevents.1763800000.host.1.1";
    EventBytes train = new EventBytes();
    EventBytes val = new EventBytes();
    EventBytes critic = new EventBytes();
    for (int step = 1; step <= 5; step++) {
      train.scalar(START + step, step, "Loss/all", 6 - step);
      val.scalar(START + step, step, "Loss/all", 7 - step);
      critic.scalar(START + step, step, "Loss/all", 9);
    }
    logs.write(FILE, new EventBytes().scalar(START, 1, "lr", 0.5).bytes());
    logs.write("run/Loss_all_train/" + file, train.bytes());
    logs.write("run/Loss_all_val/" + file, val.bytes());
    logs.write("run/Loss_all_critic/" + file, critic.bytes());
    logs.pollLater();
    assertEquals(Set.of("run"), logs.names());
    assertEquals(1, logs.run().signals().newest(Signal.LOSS));
    assertEquals(2, logs.run().validation().best().loss());
    assertEquals(5, trained());
  }

  @Test
  void a_directory_that_is_called_by_no_tag_of_its_own_is_a_run_of_its_own() throws IOException {
    String file = "events.out.tfevents.1763800000.host.1.1";
    logs.write(FILE, losses(1, 9).bytes());
    logs.write("run/fold_val/" + file, losses(1, 9).bytes());
    logs.pollLater();
    assertEquals(Set.of("run", "run/fold_val"), logs.names());
  }
}
