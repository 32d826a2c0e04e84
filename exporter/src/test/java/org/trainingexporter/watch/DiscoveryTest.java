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
  void nothingThereIsReadyToo() {
    assertTrue(logs.poll().isReady());
    assertEquals(Set.of(), logs.names());
  }

  @Test
  void aNewDirectoryIsFoundWithinTenSeconds() throws IOException {
    logs.poll();
    logs.write("a/b/c/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a/b/c"), logs.pollAfter(Duration.ofSeconds(10)).names());
  }

  @Test
  void aRunStartedRightBelowIsFoundWithinASecondOfItsFirstLine() throws IOException {
    logs.poll();
    logs.poll();
    Files.createDirectory(logs.path("a"));
    Files.setLastModifiedTime(root, FileTime.from(Instant.EPOCH));
    logs.pollAfter(Duration.ofSeconds(1));
    logs.write("a/logs/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a"), logs.pollAfter(Duration.ofSeconds(1)).names());
  }

  @Test
  void aNewFileOfAKnownRunIsFoundWithinASecond() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    logs.poll();
    logs.write("a/eval.jsonl", Lines.eval(1, 1.75));
    logs.pollAfter(Duration.ofSeconds(1));
    assertEquals(1.75, logs.run("a").validation().newest().loss());
  }

  @Test
  void aFileIsLookedAtAgainWhenItBecomesALog() throws IOException {
    logs.write("a/train.jsonl", "{\"model\":\"small\"}\n");
    assertEquals(Set.of(), logs.pollLater().names());
    logs.append("a/train.jsonl", Lines.train(1));
    assertEquals(Set.of("a"), logs.pollLater().names());
    assertEquals(0, logs.run("a").counts().rejections().size());
  }

  @Test
  void aDirectoryThatDoesNotExistYetIsWatchedUntilItDoes() throws IOException {
    WatchedDirectory later = new WatchedDirectory(root.resolve("later"));
    assertEquals(Set.of(), later.poll().names());
    later.write("train.jsonl", Lines.train(1));
    assertEquals(Set.of("later"), later.pollLater().names());
  }

  @Test
  void aLinkedDirectoryIsFollowed(@TempDir Path elsewhere) throws IOException {
    Files.writeString(elsewhere.resolve("train.jsonl"), Lines.train(1));
    Files.createSymbolicLink(logs.path("linked"), elsewhere);
    assertEquals(Set.of("linked"), logs.poll().names());
  }

  @Test
  void aDirectoryWithALinkToItIsOneRunUnderItsOwnPath() throws IOException {
    logs.write("own/train.jsonl", Lines.train(1));
    Files.createSymbolicLink(logs.path("a-link"), logs.path("own"));
    assertEquals(Set.of("own"), logs.poll().names());
  }

  @Test
  void aLoopOfLinksEnds() throws IOException {
    logs.write("a/b/train.jsonl", Lines.train(1));
    Files.createSymbolicLink(logs.path("a/b/up"), logs.path("a"));
    Files.createSymbolicLink(logs.path("a/self"), Path.of("self"));
    assertEquals(Set.of("a/b"), logs.poll().pollLater().names());
  }

  @Test
  void aLinkedLogIsRead(@TempDir Path elsewhere) throws IOException {
    Path log = Files.writeString(elsewhere.resolve("data"), Lines.train(1));
    Files.createDirectories(logs.path("a"));
    Files.createSymbolicLink(logs.path("a/train.jsonl"), log);
    Files.createSymbolicLink(logs.path("a/gone.jsonl"), elsewhere.resolve("gone"));
    assertEquals(Set.of("a"), logs.poll().names());
  }

  @Test
  void hiddenDirectoriesAreLeftAlone() throws IOException {
    logs.write(".cache/train.jsonl", Lines.train(1));
    assertEquals(Set.of(), logs.poll().names());
  }

  @Test
  void aDirectoryMayBeNamedLikeALog() throws IOException {
    logs.write("resnet.log/train.jsonl", Lines.train(1));
    assertEquals(Set.of("resnet.log"), logs.poll().names());
  }

  @Test
  void checkpointDirectoriesAreNoRuns() throws IOException {
    logs.write("a/train.jsonl", Lines.train(1));
    for (String name : new String[] {"checkpoint-500", "step_100", "epoch_3", "global_step20"}) {
      logs.write("a/" + name + "/train.jsonl", Lines.train(1));
    }
    assertEquals(Set.of("a"), logs.poll().names());
  }

  @Test
  void aFileOfAnotherNameIsNoLogUnlessItIsGiven() throws IOException {
    Path file = logs.write("a/train.metrics", Lines.train(1));
    assertEquals(Set.of(), logs.poll().names());
    WatchedDirectory given = new WatchedDirectory(root, List.of(file));
    assertEquals(Set.of("a"), given.poll().names());
  }

  @Test
  void aFileThatIsGivenMayComeLaterThanAnotherOfItsDirectory() throws IOException {
    Path first = logs.write("a/one.out", Lines.train(1));
    WatchedDirectory given = new WatchedDirectory(root, List.of(first, logs.path("a/two.out")));
    assertEquals(Set.of("a"), given.poll().names());
    logs.write("a/two.out", Lines.train(1));
    assertEquals(Set.of("a", "a/two"), given.pollLater().names());
  }

  @Test
  void aThousandRunsInTenThousandDirectoriesAreAllFound() throws IOException {
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
