package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** docs/glossary.md names types of the code of today, and none that it advises against. */
final class GlossaryTest {
  private static final Pattern TYPE = Pattern.compile("`([A-Z][A-Za-z]+)(?:\\.\\w+)?`");
  private static final List<String[]> ROWS =
      PrometheusFiles.lines(Path.of("../docs/glossary.md")).stream()
          .filter(line -> line.startsWith("| "))
          .map(line -> line.split(" ?\\| ?", -1))
          .toList();
  private static final Set<String> TYPES =
      Stream.of(SourceTree.EXPORTER, Path.of("../trainer/src/main/java/org/trainingexporter"))
          .flatMap(root -> new SourceTree(root).files().stream())
          .flatMap(file -> SourceTree.types(file).stream())
          .collect(Collectors.toSet());

  @Test
  void every_type_that_shows_a_word_in_use_exists() {
    Set<String> named = types(3);
    assertTrue(named.size() > 30, () -> "only " + named);
    named.removeAll(TYPES);
    assertEquals(Set.of(), named);
  }

  @Test
  void no_type_has_a_name_that_the_glossary_advises_against() {
    Set<String> avoided = types(4);
    assertTrue(avoided.size() > 3, () -> "only " + avoided);
    avoided.retainAll(TYPES);
    assertEquals(Set.of(), avoided);
  }

  private static Set<String> types(int column) {
    Set<String> types = new TreeSet<>();
    for (String[] row : ROWS) {
      if (row.length > column) {
        TYPE.matcher(row[column]).results().map(GlossaryTest::name).forEach(types::add);
      }
    }
    return types;
  }

  private static String name(MatchResult type) {
    return type.group(1);
  }
}
