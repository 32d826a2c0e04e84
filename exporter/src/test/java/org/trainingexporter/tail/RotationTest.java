package org.trainingexporter.tail;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class RotationTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  private void startWith(int steps) throws IOException {
    logs.write("train.jsonl", Lines.trains(1, steps));
    logs.poll();
  }

  private void move(String from, String to) throws IOException {
    Files.move(logs.path(from), logs.path(to));
  }

  private void assertGoesOn(int steps) throws IOException {
    assertEquals(steps, logs.poll().step());
    assertEquals(steps, logs.records());
    assertEquals(0, logs.run().counts().restarts() + logs.run().counts().rewinds());
    assertEquals(steps - 1, logs.run().counts().steps());
  }

  @Test
  void a_renamed_log_is_read_to_its_end_before_the_new_one() throws IOException {
    startWith(5);
    logs.append("train.jsonl", Lines.train(6));
    move("train.jsonl", "train.jsonl.1");
    logs.write("train.jsonl", Lines.trains(7, 8));
    assertGoesOn(8);
  }

  @Test
  void a_log_may_be_renamed_with_a_date() throws IOException {
    startWith(5);
    logs.append("train.jsonl", Lines.train(6));
    move("train.jsonl", "train.jsonl-20251122");
    logs.write("train.jsonl", Lines.trains(7, 8));
    assertGoesOn(8);
  }

  @Test
  void a_log_may_be_rotated_twice_between_two_looks() throws IOException {
    startWith(5);
    logs.append("train.jsonl", Lines.train(6));
    move("train.jsonl", "train.jsonl.2");
    logs.write("train.jsonl.1", Lines.trains(7, 8));
    logs.write("train.jsonl", Lines.trains(9, 10));
    assertGoesOn(10);
  }

  @Test
  void a_run_waits_while_its_log_is_renamed_and_not_yet_made_anew() throws IOException {
    startWith(5);
    move("train.jsonl", "train.jsonl.1");
    logs.poll();
    logs.write("train.jsonl", Lines.trains(6, 8));
    assertGoesOn(8);
  }

  @Test
  void a_log_may_be_rotated_before_a_line_of_it_was_whole() throws IOException {
    startWith(1);
    logs.append("train.jsonl", Lines.train(2).substring(0, 9));
    logs.poll();
    logs.append("train.jsonl", Lines.train(2).substring(9));
    move("train.jsonl", "train.jsonl.1");
    logs.write("train.jsonl", Lines.train(3));
    assertGoesOn(3);
  }

  @Test
  void a_copied_and_truncated_log_goes_on() throws IOException {
    startWith(5);
    logs.append("train.jsonl", Lines.train(6));
    Files.copy(logs.path("train.jsonl"), logs.path("train.jsonl.1"));
    logs.write("train.jsonl", Lines.train(7));
    assertGoesOn(7);
  }

  @Test
  void a_copied_and_truncated_log_may_have_outgrown_what_was_read_of_it() throws IOException {
    startWith(5);
    logs.append("train.jsonl", Lines.train(6));
    Files.copy(logs.path("train.jsonl"), logs.path("train.jsonl.1"));
    logs.write("train.jsonl", Lines.trains(7, 30));
    assertGoesOn(30);
  }

  @Test
  void rotated_files_are_read_first_at_the_start_the_oldest_first() throws IOException {
    logs.write("train.jsonl.10", Lines.trains(1, 2));
    logs.write("train.jsonl.2", Lines.trains(3, 4));
    logs.write("train.jsonl.1", Lines.trains(5, 6));
    logs.write("train.jsonl", Lines.trains(7, 8));
    assertGoesOn(8);
  }

  @Test
  void files_rotated_by_date_are_read_first_too() throws IOException {
    logs.write("train.jsonl-20251120", Lines.trains(1, 2));
    logs.write("train.jsonl-20251121", Lines.trains(3, 4));
    logs.write("train.jsonl", Lines.trains(5, 6));
    assertGoesOn(6);
  }

  @Test
  void a_compressed_past_is_left_alone() throws IOException {
    logs.write("train.jsonl.1.gz", new byte[] {31, (byte) 139, 8, 0});
    logs.write("train.jsonl", Lines.trains(1, 2));
    assertGoesOn(2);
  }
}
