package org.trainingexporter.check;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class CheckDocumentTest {
  private static final Path EXAMPLE = Path.of("src/test/resources/check/table");

  @Test
  void the_page_shows_both_reports_of_one_log() throws IOException {
    String page = Files.readString(Path.of("../docs/check.md"));
    for (String report : new String[] {"expected.txt", "expected.json"}) {
      String text = Files.readString(EXAMPLE.resolve(report));
      assertTrue(page.contains(text), () -> "docs/check.md lacks " + EXAMPLE.resolve(report));
    }
  }
}
