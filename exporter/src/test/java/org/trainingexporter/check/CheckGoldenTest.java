package org.trainingexporter.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.testing.ExpectedFile;

/** Each folder holds files and the whole report of them, for people and for programs. */
final class CheckGoldenTest {
  private static final String CASES = "src/test/resources/check";
  private static final FileTime WRITTEN = FileTime.from(Instant.parse("2025-11-22T12:00:00Z"));
  private static final int WIDTH = 100;

  @TempDir Path directory;

  static List<Path> cases() throws IOException {
    try (Stream<Path> folders = Files.list(Path.of(CASES))) {
      return folders.sorted().toList();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void the_table_is_as_expected(Path folder) throws IOException {
    String table = Asked.table(inputs(folder)).seenFrom(directory);
    new ExpectedFile(folder + "/expected.txt", "update.check").assertHolds(table);
    for (String line : table.lines().toList()) {
      assertTrue(line.length() <= WIDTH, line);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void the_document_is_as_expected(Path folder) throws IOException {
    Path[] files = inputs(folder);
    String json = Asked.json(files).seenFrom(directory);
    new ExpectedFile(folder + "/expected.json", "update.check").assertHolds(json);
    assertEquals(files.length, new ObjectMapper().readTree(json).size());
  }

  /** Copies, all written at the same time. */
  private Path[] inputs(Path folder) throws IOException {
    try (Stream<Path> inputs = Files.list(folder.resolve("input"))) {
      List<Path> copies = inputs.sorted().map(this::copy).toList();
      for (Path copy : copies) {
        Files.setLastModifiedTime(copy, WRITTEN);
      }
      return copies.toArray(Path[]::new);
    }
  }

  private Path copy(Path file) {
    try {
      return Files.copy(file, directory.resolve(file.getFileName().toString()));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
