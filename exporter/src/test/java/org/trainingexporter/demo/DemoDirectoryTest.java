package org.trainingexporter.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DemoDirectoryTest {
  @TempDir private Path parent;

  /** What a process leaves that was killed: the lock file is there, and nobody holds it. */
  private Path abandoned() throws IOException {
    Path left = Files.createDirectory(parent.resolve("training-exporter-demo123"));
    Files.createFile(left.resolve(".lock"));
    Path logs = Files.createDirectories(left.resolve("moe-qlora-01/logs"));
    Files.writeString(logs.resolve("training_log.jsonl"), "{}");
    return left;
  }

  @Test
  void deletes_what_a_killed_demo_has_left() throws IOException {
    Path left = abandoned();
    try (DemoDirectory directory = DemoDirectory.create(parent)) {
      assertFalse(Files.exists(left));
      assertTrue(Files.isDirectory(directory.path()));
    }
  }

  @Test
  void leaves_the_directory_of_a_demo_that_runs() throws IOException {
    try (DemoDirectory first = DemoDirectory.create(parent);
        DemoDirectory second = DemoDirectory.create(parent)) {
      assertTrue(Files.isDirectory(first.path()));
      assertTrue(Files.isDirectory(second.path()));
    }
  }

  @Test
  void leaves_what_has_no_lock_file_and_what_a_link_points_to() throws IOException {
    Path early = Files.createDirectory(parent.resolve("training-exporter-demo9"));
    Path precious = Files.createFile(Files.createDirectory(parent.resolve("mine")).resolve("a"));
    Files.createSymbolicLink(abandoned().resolve("link"), precious.getParent());
    try (DemoDirectory directory = DemoDirectory.create(parent)) {
      assertTrue(Files.isDirectory(early));
      assertTrue(Files.exists(precious));
      assertEquals(parent, directory.path().getParent());
    }
  }

  @Test
  void is_gone_at_the_end_with_all_that_was_written() throws IOException {
    Path path;
    try (DemoDirectory directory = DemoDirectory.create(parent)) {
      path = directory.path();
      Files.createFile(Files.createDirectory(path.resolve("run")).resolve("a.jsonl"));
    }
    assertFalse(Files.exists(path));
  }
}
