package org.trainingexporter.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One folder {@code golden/<writer>/<case>}: the logs of a run, and the whole scrape that they
 * make. Its files were written at {@link #WRITTEN} and are scraped five seconds later, unless a
 * file {@code clock} beside {@code input} says otherwise: a line {@code now INSTANT}, a line {@code
 * FILE INSTANT} for each file with a time of its own, and a line {@code born INSTANT} where the
 * file system says when files were made. Where there is a folder {@code before}, the exporter has
 * read its files when those of {@code input} replace them.
 */
final class GoldenCase {
  private static final Instant WRITTEN = Instant.parse("2026-01-10T12:00:00Z");
  private static final Path ALL = Path.of("src/test/resources/golden");

  final Path folder;
  private final Map<String, Instant> clock = new HashMap<>();

  private GoldenCase(Path folder) {
    this.folder = folder;
    clock.put("now", WRITTEN.plusSeconds(5));
    Path file = folder.resolve("clock");
    if (Files.exists(file)) {
      for (String line : lines(file)) {
        int space = line.lastIndexOf(' ');
        clock.put(line.substring(0, space), Instant.parse(line.substring(space + 1)));
      }
    }
  }

  /** Every folder there is, in the order of their names. */
  static List<GoldenCase> all() throws IOException {
    try (Stream<Path> files = Files.walk(ALL, 3)) {
      return files
          .filter(f -> f.endsWith("input"))
          .map(f -> new GoldenCase(f.getParent()))
          .sorted((a, b) -> a.folder.compareTo(b.folder))
          .toList();
    }
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The name of the run. */
  String name() {
    return folder.getFileName().toString();
  }

  String writer() {
    return folder.getParent().getFileName().toString();
  }

  Instant now() {
    return clock.get("now");
  }

  /** When the file of that name was last written. */
  Instant written(Path name) {
    return clock.getOrDefault(name.toString(), WRITTEN);
  }

  Path input() {
    return folder.resolve("input");
  }

  /** Whether its files replace others. */
  boolean isReplaced() {
    return Files.exists(folder.resolve("before"));
  }

  /** The files that are read first. */
  Path first() {
    return isReplaced() ? folder.resolve("before") : input();
  }

  /** When the files were made, where that is known. */
  Optional<Instant> born() {
    return Optional.ofNullable(clock.get("born"));
  }

  /** The files of one of its folders, by name. */
  static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @Override
  public String toString() {
    return writer() + "/" + name();
  }
}
