package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** What is watched and cannot be read is never silent. */
final class UnreadableTest {
  @TempDir private Path temp;
  private Path root;
  private final ClosedFiles files = new ClosedFiles();
  private WatchedDirectory logs;

  /** Files of which those of one name may not be read. */
  private static final class ClosedFiles implements FileState.Probe {
    private Optional<String> closed = Optional.empty();

    @Override
    public FileState of(Path path) throws IOException {
      if (closed.filter(path::endsWith).isPresent()) {
        throw new AccessDeniedException(path.toString());
      }
      return FileState.of(path);
    }
  }

  @BeforeEach
  void watch() throws IOException {
    root = Files.createDirectory(temp.resolve("logs"));
    logs = new WatchedDirectory(root, files);
    logs.write("a/train.jsonl", Lines.train(1));
    logs.write("b/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "b"), logs.poll().names());
  }

  private WatchReport report() {
    return logs.watcher().report();
  }

  private static void delete(Path directory) throws IOException {
    try (var paths = Files.walk(directory)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }

  @Test
  void a_log_that_cannot_be_read_says_so_until_it_can() throws IOException {
    assertEquals(Map.of("a", true, "b", true), report().readable());
    files.closed = Optional.of("a/train.jsonl");
    logs.append("a/train.jsonl", Lines.train(2));
    logs.poll();
    assertEquals(Map.of("a", false, "b", true), report().readable());
    assertEquals(
        List.of(root + "/a/train.jsonl: it cannot be read any more"), report().unreadable());
    assertEquals(1, report().ignoredFiles().get("unreadable"));
    files.closed = Optional.empty();
    logs.poll();
    assertEquals(Map.of("a", true, "b", true), report().readable());
    assertEquals(List.of(), report().unreadable());
    assertEquals(2, logs.run("a").position().step());
  }

  @Test
  void a_watched_directory_that_is_gone_says_so_and_is_read_when_it_is_made_again()
      throws IOException {
    assertEquals(Map.of(root.toString(), true), report().directories());
    delete(root);
    logs.pollLater();
    assertEquals(Map.of(root.toString(), false), report().directories());
    assertEquals(List.of(root + ": it is not there"), report().unreadable());
    assertEquals(Set.of(), logs.names());
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    logs.write("c/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a", "c"), logs.pollLater().names());
    assertEquals(3, logs.run("a").position().step());
    assertEquals(Map.of(root.toString(), true), report().directories());
  }

  @Test
  void so_it_is_when_it_was_away_for_long() throws IOException {
    delete(root);
    logs.pollLater().pollAfter(Duration.ofHours(1)).pollLater();
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    assertEquals(Set.of("a"), logs.pollLater().names());
    assertEquals(3, logs.records());
  }

  @Test
  void a_watched_directory_that_another_takes_the_place_of_is_read() throws IOException {
    Files.move(root, temp.resolve("before"));
    logs.write("c/train.jsonl", Lines.train(1));
    assertEquals(Set.of("c"), logs.pollLater().names());
  }

  @Test
  void of_several_watched_directories_each_says_whether_it_can_be_read() throws IOException {
    Path other = temp.resolve("other");
    WatchedDirectory both = new WatchedDirectory(temp, List.of(root, other));
    both.poll();
    assertEquals(
        Map.of(root.toString(), true, other.toString(), false),
        both.watcher().report().directories());
    Files.createDirectory(other);
    both.pollLater();
    assertEquals(
        Map.of(root.toString(), true, other.toString(), true),
        both.watcher().report().directories());
  }

  @Test
  void a_log_among_many_documents_is_read_though_it_is_the_oldest() throws IOException {
    logs.write("many/train.jsonl", Lines.train(1));
    logs.clock.advance(Duration.ofMinutes(5));
    for (int i = 0; i < 1_100; i++) {
      logs.write("many/x%04d.json".formatted(i), "{\"text\":1}");
    }
    assertTrue(logs.pollLater().names().contains("many"));
    assertEquals(101, report().ignoredFiles().get("too_many"));
  }
}
