package org.trainingexporter.parse.open;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.WriterRule;

/** docs/writers.md has a sample of each format and of each writer that the code knows. */
final class FormatsDocumentTest {
  private static final Pattern READ =
      Pattern.compile("(?m)^Read as writer `([^`]+)`, format `([^`]+)`");

  private static Set<String> read(int group) throws IOException {
    String page = Files.readString(Path.of("../docs/writers.md"));
    Set<String> read = new TreeSet<>();
    READ.matcher(page).results().forEach(m -> read.add(m.group(group)));
    return read;
  }

  @Test
  void every_format_has_a_sample() throws IOException {
    Set<String> formats = new TreeSet<>();
    LogFormats.ALL.forEach(format -> formats.add(format.label()));
    assertEquals(formats, read(2));
  }

  @Test
  void every_writer_that_is_recognized_has_a_sample() throws IOException {
    Set<String> read = read(1);
    for (LogFormat format : LogFormats.ALL) {
      for (WriterRule rule : format.writers()) {
        assertTrue(read.contains(rule.writer()), rule.writer());
      }
    }
  }
}
