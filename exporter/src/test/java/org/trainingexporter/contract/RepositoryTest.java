package org.trainingexporter.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The repository as a whole: its files are plain, and its pages lead to each other. */
final class RepositoryTest {
  private static final Path ROOT = Path.of("..");
  private static final Path DOCS = ROOT.resolve("docs");
  private static final Path INDEX = DOCS.resolve("README.md");

  /** Folders that git does not hold. */
  private static final Set<String> NOT_OURS =
      Set.of(".git", ".idea", ".vscode", "node_modules", "out", "target");

  /** A link in Markdown to a file, without what may follow a {@code #}. */
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");

  @Test
  void no_file_is_a_symbolic_link() throws IOException {
    // On Windows, and in some archives, it would be a text with a path in it.
    List<Path> files = files();
    assertTrue(files.contains(ROOT.resolve("run")), files.toString());
    assertEquals(List.of(), files.stream().filter(Files::isSymbolicLink).toList());
  }

  @Test
  void the_index_of_docs_names_each_page_once() throws IOException {
    List<String> named = links(INDEX).filter(link -> !link.contains("/")).sorted().toList();
    Set<String> there = new TreeSet<>();
    pages().stream()
        .filter(page -> page.startsWith(DOCS) && !page.equals(INDEX))
        .forEach(page -> there.add(page.getFileName().toString()));
    assertEquals(List.copyOf(there), named);
  }

  @Test
  void links_between_pages_lead_to_files() throws IOException {
    List<String> broken = new ArrayList<>();
    for (Path page : pages()) {
      links(page)
          .filter(link -> !Files.exists(page.resolveSibling(link)))
          .forEach(link -> broken.add(page + ": " + link));
    }
    assertEquals(List.of(), broken);
  }

  private static Stream<String> links(Path page) {
    return PrometheusFiles.lines(page).stream()
        .flatMap(line -> LINK.matcher(line).results())
        .map(link -> link.group(1));
  }

  /** Markdown but what tests read. */
  private static List<Path> pages() throws IOException {
    return files().stream()
        .filter(file -> file.toString().endsWith(".md") && !file.toString().contains("/src/"))
        .toList();
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        ROOT,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            files.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
    return files;
  }
}
