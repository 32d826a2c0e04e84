package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** One word for one thing, one thing for one word: docs/glossary.md says which. */
final class NamesTest {
  private static final List<Path> ROOTS =
      List.of(
          SourceTree.EXPORTER,
          SourceTree.WEB,
          SourceTree.TRAINER,
          Path.of("../bench/jmh/src/main/java/org/trainingexporter"));

  /** Verbs that have meant ten things: say which. */
  private static final Set<String> FORBIDDEN =
      Set.of("look", "take", "tell", "tells", "told", "forget");

  @Test
  void no_simple_name_stands_for_two_types() {
    Map<String, List<Path>> files = new TreeMap<>();
    for (Path file : sources()) {
      SourceTree.types(file)
          .forEach(t -> files.computeIfAbsent(t, name -> new ArrayList<>()).add(file));
    }
    assertTrue(files.size() > 400, () -> "only " + files.size() + " types were found");
    files.values().removeIf(where -> where.size() == 1);
    assertEquals(Map.of(), files);
  }

  @Test
  void no_method_is_called_by_a_verb_without_a_meaning() {
    List<String> wrong = new ArrayList<>();
    int methods = 0;
    for (Path file : sources()) {
      for (String method : SourceTree.methods(file)) {
        methods++;
        if (FORBIDDEN.contains(method)) {
          wrong.add(file + ": " + method);
        }
      }
    }
    assertEquals(List.of(), wrong);
    assertTrue(methods > 1_500, "only " + methods + " methods were found");
  }

  private static List<Path> sources() {
    return ROOTS.stream()
        .peek(root -> assertTrue(Files.isDirectory(root), () -> root + " is no directory"))
        .flatMap(root -> new SourceTree(root).files().stream())
        .toList();
  }
}
