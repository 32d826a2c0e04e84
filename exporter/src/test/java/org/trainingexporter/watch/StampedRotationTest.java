package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class StampedRotationTest {
  private static final String DATED = "run/train.2025-11-22_08-15-02_123456.jsonl";

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void assertOneRunOf(int steps) throws IOException {
    assertEquals(Set.of("run"), logs.names());
    assertEquals(steps, logs.step());
    assertEquals(steps, logs.records());
    assertEquals(0, logs.run().counts().restarts() + logs.run().counts().rewinds());
  }

  @Test
  void a_part_with_its_date_before_the_suffix_is_read_first() throws IOException {
    logs.write(DATED, Lines.trains(1, 50));
    logs.write("run/train.jsonl", Lines.trains(51, 60));
    logs.poll();
    assertOneRunOf(60);
  }

  @Test
  void counted_parts_are_read_in_the_order_of_their_records() throws IOException {
    logs.write("run/train.2.jsonl", Lines.trains(1, 10));
    logs.write("run/train.10.jsonl", Lines.trains(11, 20));
    logs.write("run/train.jsonl", Lines.trains(21, 30));
    logs.poll();
    assertOneRunOf(30);
  }

  @Test
  void a_log_renamed_while_it_is_watched_goes_on_in_the_new_one() throws IOException {
    logs.write("run/train.jsonl", Lines.trains(1, 40));
    logs.pollLater();
    logs.append("run/train.jsonl", Lines.train(41));
    Files.move(logs.path("run/train.jsonl"), logs.path(DATED));
    logs.pollLater();
    logs.write("run/train.jsonl", "");
    logs.pollLater();
    logs.append("run/train.jsonl", Lines.trains(42, 64));
    logs.pollLater();
    assertOneRunOf(64);
  }

  @Test
  void files_of_folds_are_runs_of_their_own() throws IOException {
    logs.write("run/train.1.jsonl", Lines.trains(1, 10));
    logs.write("run/train.2.jsonl", Lines.trains(1, 10));
    logs.write("run/train.jsonl", Lines.trains(1, 10));
    assertEquals(3, logs.poll().names().size());
  }

  @Test
  void without_the_log_itself_its_parts_are_runs_of_their_own() throws IOException {
    logs.write("run/train.1.jsonl", Lines.trains(1, 10));
    logs.write("run/train.2.jsonl", Lines.trains(11, 20));
    assertEquals(2, logs.poll().names().size());
  }

  @Test
  void a_log_that_is_empty_right_after_its_rotation_has_its_past() throws IOException {
    logs.write(DATED, Lines.trains(1, 50));
    logs.write("run/train.jsonl", "");
    logs.poll();
    assertOneRunOf(50);
    logs.append("run/train.jsonl", Lines.trains(51, 52));
    logs.pollLater();
    assertOneRunOf(52);
  }

  @Test
  void so_has_one_with_the_stamp_behind_its_name() throws IOException {
    logs.write("run/train.jsonl.1", Lines.trains(1, 50));
    logs.write("run/train.jsonl", "");
    logs.poll();
    assertOneRunOf(50);
  }
}
