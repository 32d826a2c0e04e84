package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** The wall clock of the machine is set while logs are watched. */
final class ClockJumpTest {
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration YEAR = Duration.ofDays(365);

  @TempDir private Path root;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    logs = new WatchedDirectory(root);
    logs.write("a/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a"), logs.poll().names());
  }

  private void assertFindsNewRuns() throws IOException {
    logs.write("b/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b"), logs.pollLater().names());
    logs.write("b/c/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b", "b/c"), logs.pollLater().names());
    logs.write("a/two.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "a/two", "b", "b/c"), logs.pollAfter(Duration.ofSeconds(1)).names());
  }

  @Test
  void new_runs_are_found_though_it_was_set_back_an_hour() throws IOException {
    logs.clock.jump(HOUR.negated());
    assertFindsNewRuns();
  }

  @Test
  void new_runs_are_found_though_it_was_a_year_ahead_for_a_while() throws IOException {
    logs.clock.jump(YEAR);
    logs.poll();
    logs.clock.jump(YEAR.negated());
    assertFindsNewRuns();
  }

  @Test
  void an_unended_last_line_is_read_after_ten_seconds_though_it_was_set_back() throws IOException {
    logs.append("a/train.jsonl", Lines.train(2).strip());
    assertEquals(1, logs.poll().step());
    logs.clock.jump(HOUR.negated());
    assertEquals(1, logs.pollAfter(Duration.ofSeconds(8)).step());
    assertEquals(2, logs.pollAfter(Duration.ofSeconds(2)).step());
  }

  @Test
  void an_unended_last_line_waits_though_it_was_set_forward() throws IOException {
    logs.append("a/train.jsonl", Lines.train(2).strip());
    logs.poll();
    logs.clock.jump(HOUR);
    assertEquals(1, logs.pollAfter(Duration.ofSeconds(5)).step());
  }

  @Test
  void a_directory_that_was_away_keeps_its_runs_though_it_was_set_forward() throws IOException {
    Path away = root.resolveSibling(root.getFileName() + "-away");
    Files.move(logs.path("a"), away);
    logs.pollLater();
    logs.clock.jump(YEAR);
    logs.pollLater();
    Files.move(away, logs.path("a"));
    logs.append("a/train.jsonl", Lines.train(2));
    assertEquals(2, logs.pollLater().records());
    assertEquals(0, logs.run().counts().restarts());
  }
}
