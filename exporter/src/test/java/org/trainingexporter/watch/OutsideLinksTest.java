package org.trainingexporter.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.tail.inside.InsideFiles;
import org.trainingexporter.testing.Lines;
import org.trainingexporter.testing.WatchedDirectory;

/** Where links out of the watched directories are not followed. */
final class OutsideLinksTest {
  @TempDir private Path temp;
  private Path root;
  private Path secret;
  private WatchedDirectory logs;

  @BeforeEach
  void watch() throws IOException {
    root = Files.createDirectory(temp.resolve("logs"));
    secret = Files.createDirectory(temp.resolve("elsewhere"));
    Files.writeString(secret.resolve("train.jsonl"), Lines.trains(1, 3));
    logs = new WatchedDirectory(root, new InsideFiles(List.of(root)));
  }

  private long outside() {
    return logs.watcher().report().ignoredFiles().get("outside");
  }

  @Test
  void a_linked_log_and_a_linked_directory_are_named_and_not_read() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    Files.createSymbolicLink(root.resolve("a/other.jsonl"), secret.resolve("train.jsonl"));
    Files.createSymbolicLink(root.resolve("b"), secret);
    Files.createSymbolicLink(root.resolve("a/picture.png"), secret.resolve("train.jsonl"));
    assertEquals(Set.of("a"), logs.pollLater().names());
    assertEquals(2, outside());
    assertTrue(
        logs.watcher().report().ignored().stream()
            .anyMatch(link -> link.file().equals(root.resolve("b"))));
  }

  @Test
  void links_within_the_tree_are_followed() throws IOException {
    logs.write("store/train.jsonl", Lines.trains(1, 3));
    Files.createDirectory(root.resolve("a"));
    Files.createSymbolicLink(root.resolve("a/copy.jsonl"), Path.of("../store/train.jsonl"));
    assertEquals(Set.of("a", "store"), logs.pollLater().names());
    assertEquals(0, outside());
  }

  @Test
  void a_watched_directory_may_itself_be_a_link() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    Path link = Files.createSymbolicLink(temp.resolve("link"), root);
    WatchedDirectory linked = new WatchedDirectory(link, new InsideFiles(List.of(link)));
    assertEquals(Set.of("a"), linked.pollLater().names());
  }

  @Test
  void a_log_that_is_replaced_by_a_link_is_gone_until_it_is_a_file_again() throws IOException {
    Path log = logs.write("a/train.jsonl", Lines.trains(1, 2));
    logs.pollLater();
    Files.delete(log);
    Files.createSymbolicLink(log, secret.resolve("train.jsonl"));
    assertEquals(Set.of(), logs.pollLater().poll().names());
    assertEquals(1, outside());
    Files.delete(log);
    logs.write("a/train.jsonl", Lines.trains(1, 3));
    assertEquals(3, logs.pollLater().step());
  }

  @Test
  void a_rotated_copy_that_is_a_link_is_not_read() throws IOException {
    logs.write("a/train.jsonl", Lines.trains(5, 6));
    Files.createSymbolicLink(root.resolve("a/train.jsonl.1"), secret.resolve("train.jsonl"));
    logs.pollLater();
    assertEquals(2, logs.records());
  }

  @Test
  void what_does_not_exist_is_not_outside() {
    InsideFiles inside = new InsideFiles(List.of(root));
    assertTrue(inside.allows(root.resolve("nothing")));
    assertFalse(inside.allows(secret));
  }
}
