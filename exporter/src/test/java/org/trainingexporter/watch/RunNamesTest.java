package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

final class RunNamesTest {
  @TempDir private Path temporary;
  private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    root = Files.createDirectories(temporary.resolve("runs"));
    logs = new WatchedDirectory(root);
  }

  @Test
  void a_run_is_named_by_its_path_below_the_watched_directory() throws IOException {
    logs.write("llm/one/train.jsonl", Lines.train(1));
    assertEquals(Set.of("llm/one"), logs.poll().names());
    assertEquals("llm/one", logs.run().identity().path());
  }

  @Test
  void the_watched_directory_itself_has_its_own_name() throws IOException {
    logs.write("train.jsonl", Lines.train(1));
    assertEquals(Set.of("runs"), logs.poll().names());
    assertEquals(".", logs.run().identity().path());
  }

  @Test
  void logs_and_versions_are_parts_of_their_parent() throws IOException {
    logs.write("a/logs/train.jsonl", Lines.train(1));
    logs.write("b/log/train.jsonl", Lines.train(1));
    logs.write("c/vis_data/scalars.json", Lines.train(1));
    logs.write("d/lightning/version_3/metrics.csv", "step,train_loss\n1,2\n");
    logs.write("e/logs/version_0/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b", "c", "d/lightning", "e"), logs.poll().names());
  }

  @Test
  void a_watched_directory_called_logs_is_its_own_run() throws IOException {
    WatchedDirectory own = new WatchedDirectory(temporary.resolve("logs"));
    own.write("train.jsonl", Lines.train(1));
    assertEquals(Set.of("logs"), own.poll().names());
  }

  @Test
  void of_several_watched_directories_the_name_stands_before() throws IOException {
    WatchedDirectory both = both("x/one", "x/two");
    both.write("x/one/a/train.jsonl", Lines.train(1));
    both.write("x/two/train.jsonl", Lines.train(1));
    assertEquals(Set.of("one/a", "two"), both.poll().names());
  }

  @Test
  void names_that_still_collide_get_a_number_in_the_order_of_the_arguments() throws IOException {
    WatchedDirectory both = both("z/runs", "y/runs");
    both.write("y/runs/a/train.jsonl", Lines.train(1));
    both.write("z/runs/a/train.jsonl", Lines.train(2));
    assertEquals(Set.of("runs/a", "runs/a~2"), both.poll().names());
    assertEquals(2, both.run("runs/a").position().step());
  }

  @Test
  void a_directory_watched_twice_is_one_run() throws IOException {
    WatchedDirectory both = both("x", "x/a");
    both.write("x/a/train.jsonl", Lines.trains(1, 3));
    assertEquals(Set.of("x/a"), both.poll().names());
    assertEquals(3, both.records());
  }

  private WatchedDirectory both(String one, String other) {
    return new WatchedDirectory(
        temporary, List.of(temporary.resolve(one), temporary.resolve(other)));
  }

  @Test
  void of_several_training_logs_the_oldest_first_record_has_the_name() throws IOException {
    logs.write("a/b-old.jsonl", Lines.trains(1, 3));
    logs.write("a/a-young.jsonl", Lines.trains(5, 9));
    logs.write("a/c.v2.jsonl", Lines.trains(7, 8));
    assertEquals(Set.of("a", "a/a-young", "a/c.v2"), logs.poll().names());
    assertEquals(3, logs.run("a").position().step());
    assertEquals(9, logs.run("a/a-young").position().step());
  }

  @Test
  void names_stay_when_an_older_log_comes_later() throws IOException {
    logs.write("a/first.jsonl", Lines.trains(5, 6));
    logs.poll();
    logs.write("a/older.jsonl", Lines.trains(1, 2));
    assertEquals(Set.of("a", "a/older"), logs.pollLater().names());
    assertEquals(6, logs.run("a").position().step());
  }

  @Test
  void files_with_only_evaluations_join_their_directorys_run() throws IOException {
    logs.write("a/logs/train.jsonl", Lines.trains(1, 20));
    logs.write("a/logs/eval.jsonl", Lines.eval(10, 1.5) + Lines.eval(20, 1.25));
    logs.write("a/errors.jsonl", "{\"error_type\":\"OutOfMemoryError\",\"step\":3}\n");
    assertEquals(Set.of("a"), logs.poll().names());
    assertEquals(1.25, logs.run().validation().best().loss());
    assertEquals(1, logs.run().counts().errors().get("OutOfMemoryError"));
  }

  @Test
  void evaluations_alone_are_a_run_that_a_later_training_log_leads() throws IOException {
    logs.write("a/eval.jsonl", Lines.eval(10, 1.5));
    assertEquals(Set.of("a"), logs.poll().names());
    logs.write("a/train.jsonl", Lines.trains(11, 12));
    assertEquals(Set.of("a"), logs.pollLater().names());
    assertEquals(12, logs.step());
  }

  @Test
  void a_directory_name_may_hold_quotes_line_ends_and_markup() throws IOException {
    String name = "a \"quoted\"\n<b>bold</b> \\ {x} ü";
    logs.write(name + "/train.jsonl", Lines.train(1) + "{broken\n");
    assertEquals(Set.of(name), logs.poll().names());
    assertEquals(1, logs.step());
  }
}
