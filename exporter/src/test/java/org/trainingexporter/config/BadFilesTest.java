package org.trainingexporter.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trainingexporter.web.flag.ConfigException;

/** Each file of the folder breaks one rule; its first line is a comment with the exact message. */
final class BadFilesTest {
  private static final Path FOLDER = Path.of("src/test/resources/config/bad");

  static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void a_bad_file_is_rejected_with_line_key_value_and_what_was_expected(Path file)
      throws IOException {
    String expected = Files.readAllLines(file).get(0).substring("# ".length());

    assertEquals(file + ":" + expected.strip(), rejection(file));
  }

  @Test
  void a_missing_file_is_named() {
    assertEquals("nowhere.yml: expected a config file, got no such file", rejection("nowhere.yml"));
  }

  @Test
  void a_file_that_is_not_utf8_is_named(@TempDir Path directory) throws IOException {
    Path file = Files.write(directory.resolve("latin1.yml"), new byte[] {'#', (byte) 0xe4});

    assertEquals(
        file + ": expected a readable UTF-8 file, got MalformedInputException", rejection(file));
  }

  private static String rejection(Object file) {
    Map<String, String> flags = Map.of("config.file", file.toString());
    return assertThrows(ConfigException.class, () -> Settings.read(List.of(), flags, Map.of()))
        .getMessage();
  }
}
