package org.trainingexporter.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.trainingexporter.testing.ExpectedFile;

/** docs/writers.md: each sample is read again, and what is said of it is what was read. */
final class WritersDocumentTest {
  private static final String PAGE = "../docs/writers.md";

  @TempDir private Path temp;
  private String page;
  private WritersDocument document;
  private String remade;

  @BeforeEach
  void read() throws IOException {
    page = Files.readString(Path.of(PAGE));
    document = new WritersDocument(page, temp);
    remade = document.remade();
  }

  private Set<String> writers() {
    return document.samples().stream()
        .map(s -> s.reading().writer())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void the_page_says_what_is_read_of_its_samples() throws IOException {
    new ExpectedFile(PAGE, "update.docs").assertHolds(remade);
  }

  @Test
  void every_sample_is_a_log_without_anything_rejected() {
    for (WritersDocument.Sample sample : document.samples()) {
      assertTrue(sample.reading().isLog(), sample.reading().toString());
      assertEquals(0, sample.reading().rejected(), sample.reading().toString());
    }
  }

  @Test
  void every_writer_with_a_golden_log_has_a_sample() throws IOException {
    Set<String> golden = new TreeSet<>();
    try (Stream<Path> folders = Files.list(WritersDocument.GOLDEN)) {
      folders.forEach(folder -> golden.add(folder.getFileName().toString()));
    }
    assertEquals(golden, writers());
  }

  @Test
  void a_chapter_names_the_formats_of_its_samples() {
    for (WritersDocument.Sample sample : document.samples()) {
      int start = page.indexOf("\n## " + sample.chapter() + "\n");
      String introduction = page.substring(start, page.indexOf("\n### ", start));
      String format = "`" + sample.reading().format() + "`";
      assertTrue(introduction.contains(format), () -> sample.chapter() + " lacks " + format);
    }
  }

  @Test
  void links_within_the_page_lead_to_its_sections() {
    String contents = remade.substring(remade.indexOf("## Contents"), remade.indexOf("## JSON"));
    Pattern link = Pattern.compile("]\\(#([^)]+)\\)");
    Set<String> sections =
        link.matcher(contents).results().map(m -> m.group(1)).collect(Collectors.toSet());
    for (MatchResult m : link.matcher(remade).results().toList()) {
      assertTrue(sections.contains(m.group(1)), m.group());
    }
  }
}
