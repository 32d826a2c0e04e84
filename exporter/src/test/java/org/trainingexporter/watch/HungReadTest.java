package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.service.step.Crew;
import org.trainingexporter.testing.HangingFiles;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Reads that hang until the test lets them go on, as on a dead network file system. */
@Timeout(60)
final class HungReadTest {
  @TempDir private Path root;
  private final HangingFiles files = new HangingFiles();
  private final Crew crew = files.crew("test");
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    logs = new WatchedDirectory(root, List.of(root), files, crew);
    logs.write("a/train.jsonl", Lines.train(1));
    logs.write("b/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b"), logs.poll().names());
  }

  @AfterEach
  void letAllGoOn() {
    files.goOn();
    crew.close();
  }

  private WatchReport report() {
    files.passHangs();
    return logs.watcher().report();
  }

  private void awaitHung(int count) {
    while (crew.hung().size() != count) {
      Thread.onSpinWait();
    }
  }

  @Test
  void the_other_runs_go_on_and_the_run_says_so() throws IOException {
    files.hang("/a/");
    logs.append("a/train.jsonl", Lines.train(2));
    logs.append("b/train.jsonl", Lines.train(2));
    logs.poll();
    assertEquals(2, logs.run("b").position().step());
    assertEquals(1, logs.run("a").position().step());
    assertEquals(Map.of("a", true, "b", false), report().stalled());
    assertTrue(report().unreadable().toString().contains("a: a read of it hangs"));
  }

  @Test
  void a_run_never_has_two_readers_and_goes_on_when_it_can() throws IOException {
    files.hang("/a/");
    logs.append("a/train.jsonl", Lines.trains(2, 9));
    logs.poll().poll().pollLater().poll();
    assertEquals(1, files.threads.count());
    report();
    awaitHung(1);
    files.goOn();
    awaitHung(0);
    assertEquals(9, logs.poll().run("a").position().step());
    assertEquals(9, logs.run("a").counts().records().values().stream().mapToLong(n -> n).sum());
    assertEquals(Map.of("a", false, "b", false), report().stalled());
  }

  @Test
  void runs_that_come_meanwhile_are_found_also_in_its_directory() throws IOException {
    files.hang("/a/train");
    logs.poll();
    logs.write("c/train.jsonl", Lines.train(1));
    logs.write("a/two.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "a/two", "b", "c"), logs.pollLater().names());
    logs.append("a/two.jsonl", Lines.train(2));
    assertEquals(2, logs.poll().run("a/two").position().step());
  }

  @Test
  void one_that_hangs_when_it_is_found_delays_no_other() throws IOException {
    files.hang("/c/");
    logs.write("c/train.jsonl", Lines.train(1));
    logs.write("d/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b", "d"), logs.pollLater().names());
    assertEquals(true, report().stalled().get("c"));
    files.goOn();
    awaitHung(0);
    assertEquals(Set.of("a", "b", "c", "d"), logs.pollLater().names());
  }

  @Test
  void it_is_ready_without_those_that_hang() throws IOException {
    WatchedDirectory other = new WatchedDirectory(root, List.of(root), files, crew);
    files.hang("/a/");
    assertTrue(other.poll().isReady());
    assertEquals(Set.of("b"), other.names());
  }

  @Test
  void sixteen_reads_that_hang_make_it_unhealthy() throws IOException {
    for (int i = 0; i < Crew.MOST; i++) {
      logs.write("n" + i + "/train.jsonl", Lines.train(1));
    }
    logs.pollLater();
    files.hang("/n");
    assertEquals(Optional.empty(), report().unhealthy());
    logs.append("b/train.jsonl", Lines.train(2));
    logs.poll();
    assertEquals(2, logs.run("b").position().step());
    assertFalse(report().unhealthy().isEmpty());
    files.goOn();
    awaitHung(0);
    assertEquals(Optional.empty(), report().unhealthy());
  }
}
