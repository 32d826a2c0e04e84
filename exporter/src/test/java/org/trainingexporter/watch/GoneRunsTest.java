package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.run.TrainingState;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class GoneRunsTest {
  @TempDir private Path root;

  @Test
  void a_run_vanishes_with_its_logs_and_others_stay() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("a/train.jsonl", Lines.train(1));
    logs.write("b/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b"), logs.poll().names());
    Files.delete(logs.path("a/train.jsonl"));
    assertEquals(Set.of("b"), logs.poll().names());
    assertEquals(-1, logs.lag("a"));
  }

  @Test
  void a_run_stays_as_long_as_one_of_its_logs_does() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("a/train.jsonl", Lines.train(1));
    logs.write("a/eval.jsonl", Lines.eval(1, 1.5));
    logs.poll();
    Files.delete(logs.path("a/eval.jsonl"));
    assertEquals(Set.of("a"), logs.poll().names());
  }

  @Test
  void a_finished_run_stays() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("a/train.jsonl", Lines.train(1) + "{\"train_runtime\":12.5}\n");
    assertEquals(Set.of("a"), logs.pollAfter(Duration.ofDays(30)).names());
    assertEquals(TrainingState.FINISHED, logs.state());
  }

  @Test
  void a_run_older_than_the_greatest_age_is_not_shown_until_it_goes_on() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root, Duration.ofHours(1));
    logs.write("a/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a"), logs.poll().names());
    assertEquals(Set.of(), logs.pollAfter(Duration.ofMinutes(61)).names());
    logs.append("a/train.jsonl", Lines.train(2));
    assertEquals(Set.of("a"), logs.poll().names());
    assertEquals(2, logs.step());
  }

  @Test
  void a_directory_that_is_removed_while_it_is_read_ends_nothing() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("a/logs/train.jsonl", Lines.trains(1, 100));
    logs.write("b/train.jsonl", Lines.train(1));
    logs.poll();
    logs.append("a/logs/train.jsonl", Lines.trains(101, 200));
    delete(logs.path("a"));
    logs.append("b/train.jsonl", Lines.train(2));
    assertEquals(Set.of("b"), logs.poll().names());
    assertEquals(2, logs.step());
    delete(root);
    assertEquals(Set.of(), logs.pollLater().pollAfter(Duration.ofHours(1)).pollLater().names());
  }

  @Test
  void a_directory_that_was_away_for_long_is_read_anew_under_its_name() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("a/train.jsonl", Lines.trains(1, 9));
    logs.pollLater();
    delete(logs.path("a"));
    logs.pollLater().pollAfter(Duration.ofHours(1)).pollLater();
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    assertEquals(Set.of("a"), logs.pollLater().names());
    assertEquals(3, logs.records());
  }

  @Test
  void nothing_is_ever_written_into_a_watched_directory() throws IOException {
    WatchedDirectory logs = new WatchedDirectory(root);
    logs.write("a/train.jsonl", Lines.trains(1, 100) + "broken\n{\"loss\":\"abc\"}\n");
    logs.write("a/train.jsonl.1", Lines.train(1));
    logs.write("a/checkpoint-5/model.safetensors", "weights");
    logs.write("a/trainer_state.json", "{\"log_history\":[{\"step\":5,\"eval_loss\":1}]}");
    logs.write("b/log.csv", "epoch,loss\n0,1\n");
    logs.write("empty.jsonl", "");
    List<String> before = everything();
    logs.poll().pollLater().pollAfter(Duration.ofDays(2)).pollLater();
    assertTrue(logs.names().contains("a"));
    assertEquals(before, everything());
  }

  /** Every file and directory with its size, time and content. */
  private List<String> everything() throws IOException {
    try (var paths = Files.walk(root)) {
      return paths.sorted().map(GoneRunsTest::describe).toList();
    }
  }

  private static String describe(Path path) {
    try {
      String content = Files.isDirectory(path) ? "" : Files.readString(path);
      return path + " " + Files.getLastModifiedTime(path) + " " + content;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
