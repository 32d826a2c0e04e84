package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class DiscoveryTest {
  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() {
    logs = new WatchedDirectory(root);
  }

  @Test
  void nothing_there_is_ready_too() {
    assertTrue(logs.poll().isReady());
    assertEquals(Set.of(), logs.names());
  }

  @Test
  void a_new_directory_is_found_within_ten_seconds() throws IOException {
    logs.poll();
    logs.write("a/b/c/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a/b/c"), logs.pollAfter(Duration.ofSeconds(10)).names());
  }

  @Test
  void a_run_started_right_below_is_found_within_a_second_of_its_first_line() throws IOException {
    logs.poll();
    logs.poll();
    Files.createDirectory(logs.path("a"));
    Files.setLastModifiedTime(root, FileTime.from(Instant.EPOCH));
    logs.pollAfter(Duration.ofSeconds(1));
    logs.write("a/logs/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a"), logs.pollAfter(Duration.ofSeconds(1)).names());
  }

  @Test
  void a_new_file_of_a_known_run_is_found_within_a_second() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    logs.poll();
    logs.write("a/eval.jsonl", Lines.eval(1, 1.75));
    logs.pollAfter(Duration.ofSeconds(1));
    assertEquals(1.75, logs.run("a").validation().newest().loss());
  }

  @Test
  void a_file_is_looked_at_again_when_it_becomes_a_log() throws IOException {
    logs.write("a/train.jsonl", "{\"model\":\"small\"}\n");
    assertEquals(Set.of(), logs.pollLater().names());
    logs.append("a/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a"), logs.pollLater().names());
    assertEquals(0, logs.run("a").counts().rejections().size());
  }

  @Test
  void a_directory_that_does_not_exist_yet_is_watched_until_it_does() throws IOException {
    WatchedDirectory later = new WatchedDirectory(root.resolve("later"));
    assertEquals(Set.of(), later.poll().names());
    later.write("train.jsonl", Lines.train(1));
    assertEquals(Set.of("later"), later.pollLater().names());
  }

  @Test
  void a_linked_directory_is_followed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("train.jsonl"), Lines.train(1));
    Files.createSymbolicLink(logs.path("linked"), elsewhere);
    assertEquals(Set.of("linked"), logs.poll().names());
  }

  @Test
  void a_directory_with_a_link_to_it_is_one_run_under_its_own_path() throws IOException {
    logs.write("own/train.jsonl", Lines.train(1));
    Files.createSymbolicLink(logs.path("a-link"), logs.path("own"));
    assertEquals(Set.of("own"), logs.poll().names());
  }

  @Test
  void a_loop_of_links_ends() throws IOException {
    logs.write("a/b/train.jsonl", Lines.train(1));
    Files.createSymbolicLink(logs.path("a/b/up"), logs.path("a"));
    Files.createSymbolicLink(logs.path("a/self"), Path.of("self"));
    assertEquals(Set.of("a/b"), logs.poll().pollLater().names());
  }

  @Test
  void a_linked_log_is_read(@TempDir Path elsewhere) throws IOException {
    Path log = Files.writeString(elsewhere.resolve("data"), Lines.train(1));
    Files.createDirectories(logs.path("a"));
    Files.createSymbolicLink(logs.path("a/train.jsonl"), log);
    Files.createSymbolicLink(logs.path("a/gone.jsonl"), elsewhere.resolve("gone"));
    assertEquals(Set.of("a"), logs.poll().names());
  }

  @Test
  void hidden_directories_are_left_alone() throws IOException {
    logs.write(".cache/train.jsonl", Lines.train(1));
    assertEquals(Set.of(), logs.poll().names());
  }

  @Test
  void a_directory_may_be_named_like_a_log() throws IOException {
    logs.write("resnet.log/train.jsonl", Lines.train(1));
    assertEquals(Set.of("resnet.log"), logs.poll().names());
  }

  @Test
  void checkpoint_directories_are_no_runs() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    for (String name : new String[] {"checkpoint-500", "step_100", "epoch_3", "global_step20"}) {
      logs.write("a/" + name + "/train.jsonl", Lines.train(1));
    }
    assertEquals(Set.of("a"), logs.poll().names());
  }

  @Test
  void a_file_of_another_name_is_no_log_unless_it_is_given() throws IOException {
    Path file = logs.write("a/train.metrics", Lines.train(1));
    assertEquals(Set.of(), logs.poll().names());
    WatchedDirectory given = new WatchedDirectory(root, List.of(file));
    assertEquals(Set.of("a"), given.poll().names());
  }

  @Test
  void a_file_that_is_given_may_come_later_than_another_of_its_directory() throws IOException {
    Path first = logs.write("a/one.out", Lines.train(1));
    WatchedDirectory given = new WatchedDirectory(root, List.of(first, logs.path("a/two.out")));
    assertEquals(Set.of("a"), given.poll().names());
    logs.write("a/two.out", Lines.train(1));
    assertEquals(Set.of("a", "a/two"), given.pollLater().names());
  }

  @Test
  void a_thousand_runs_in_ten_thousand_directories_are_all_found() throws IOException {
    for (int i = 0; i < 10_000; i++) {
      Path directory = Files.createDirectories(root.resolve("d" + i % 100 + "/r" + i));
      if (i % 10 == 0) {
        Files.writeString(directory.resolve("train.jsonl"), Lines.train(i));
      }
    }
    assertEquals(1_000, logs.poll().names().size());
    assertEquals(9_990, logs.run("d90/r9990").position().step());
    assertEquals(0, logs.lag("d90/r9990"));
    assertTrue(logs.isReady());
    assertFalse(logs.names().contains("d1/r1"));
  }
}
