package org.trainingexporter.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The main sources of one module, as text: packages, imports, types and methods. */
final class SourceTree {
  static final Path EXPORTER = Path.of("src/main/java/org/trainingexporter");
  static final Path WEB = Path.of("../web/src/main/java/org/trainingexporter");
  static final Path TRAINER = Path.of("../trainer/src/main/java/org/trainingexporter");

  private static final Pattern OURS =
      Pattern.compile("org\\.trainingexporter\\.((?:[a-z]\\w*\\.)*)([A-Z]\\w*)");
  private static final Pattern TYPE =
      Pattern.compile("(?<![\\w.@])(?:class|interface|enum|record)\\s+([A-Z]\\w*)");
  private static final Pattern METHOD =
      Pattern.compile(
          "(?m)^ +(?:(?:public|private|protected|static|final|abstract|default|synchronized"
              + "|<[^>]+>) )*([\\w<>\\[\\], .?]+) (\\w+)\\(");

  private final Path root;

  SourceTree(Path root) {
    this.root = root;
  }

  List<Path> files() {
    try (Stream<Path> all = Files.walk(root)) {
      return all.filter(p -> p.toString().endsWith(".java")).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The package of a file below the root, joined by dots; empty for the root itself. */
  String packageOf(Path file) {
    Path below = root.relativize(file).getParent();
    return below == null ? "" : below.toString().replace('/', '.');
  }

  /** What a file names of ours: package to simple names, its own package left out. */
  Map<String, Set<String>> known(Path file) {
    Map<String, Set<String>> known = new TreeMap<>();
    Matcher m = OURS.matcher(text(file).replaceFirst("(?m)^package .*$", ""));
    while (m.find()) {
      String room = m.group(1).isEmpty() ? "" : m.group(1).substring(0, m.group(1).length() - 1);
      if (!room.equals(packageOf(file))) {
        known.computeIfAbsent(room, r -> new TreeSet<>()).add(m.group(2));
      }
    }
    return known;
  }

  /** The types that a file declares, nested ones included. */
  static List<String> types(Path file) {
    return TYPE.matcher(code(file)).results().map(m -> m.group(1)).toList();
  }

  /** The methods that a file declares. */
  static List<String> methods(Path file) {
    Set<String> noType = Set.of("return", "new", "throw", "else", "case");
    return METHOD
        .matcher(code(file))
        .results()
        .filter(m -> !noType.contains(m.group(1).strip().split(" ", 2)[0]))
        .map(m -> m.group(2))
        .toList();
  }

  static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text without comments and literals. */
  private static String code(Path file) {
    return text(file)
        .replaceAll("(?s)/\\*.*?\\*/", "")
        .replaceAll("(?s)\"\"\".*?\"\"\"", "\"\"")
        .replaceAll("\"(\\\\.|[^\"\\\\\n])*\"", "\"\"")
        .replaceAll("//.*", "");
  }
}
