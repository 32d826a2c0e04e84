package org.trainingexporter.tail.rotation;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The rotated copies of a log {@code X} beside it, by their names: {@code X.N}, {@code X-DATE} and
 * {@code X.DATE}, and those with the stamp before the suffix, such as {@code train.1.jsonl} of
 * {@code train.jsonl}. Compressed copies are not read.
 */
public final class Rotation {
  private static final String STAMP = "[.-]\\d[\\d._:T-]*";
  private static final Pattern AFTER = Pattern.compile(STAMP);
  private static final Pattern BEFORE = Pattern.compile("(.*?)(" + STAMP + ")(\\.\\p{Alpha}+)");
  private static final Pattern COUNT = Pattern.compile("\\.(\\d{1,6})(?:\\.\\p{Alpha}+)?$");

  /** Dated copies first, by name; then counted ones, the highest number first. */
  public static final Comparator<Path> OLDEST_FIRST =
      Comparator.comparing(Rotation::isCounted)
          .thenComparing(p -> isCounted(p) ? -count(p) : 0)
          .thenComparing(p -> p.getFileName().toString());

  private Rotation() {}

  /** The log that the name says it is a rotated copy of, if its stamp stands before the suffix. */
  public static Optional<Path> stampedOf(Path file) {
    Matcher name = BEFORE.matcher(file.getFileName().toString());
    return name.matches()
        ? Optional.of(file.resolveSibling(name.group(1) + name.group(3)))
        : Optional.empty();
  }

  /** The rotated files of a log with their stamp behind its name, oldest first. */
  public static List<Path> past(Path log) {
    String name = log.getFileName().toString();
    return siblings(log).filter(p -> isPast(name(p), name)).sorted(OLDEST_FIRST).toList();
  }

  /**
   * The files that may be rotated files of a log with their stamp before its suffix, oldest first.
   * Their content must decide: files of folds and seeds have such names too.
   */
  public static List<Path> stamped(Path log) {
    return siblings(log).filter(p -> isStamped(p, log)).sorted(OLDEST_FIRST).toList();
  }

  private static String name(Path path) {
    return path.getFileName().toString();
  }

  private static boolean isPast(String name, String of) {
    return name.startsWith(of) && AFTER.matcher(name.substring(of.length())).matches();
  }

  /** The readable files beside the log; none while the directory is gone or unreadable. */
  private static Stream<Path> siblings(Path log) {
    List<Path> found = new ArrayList<>();
    String name = log.getFileName().toString();
    int dot = name.lastIndexOf('.');
    String stem = dot > 0 ? name.substring(0, dot) : name;
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(log.getParent())) {
      for (Path sibling : siblings) {
        if (sibling.getFileName().toString().startsWith(stem) && Files.isReadable(sibling)) {
          found.add(sibling);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return Stream.empty(); // the log itself is read all the same
    }
    return found.stream();
  }

  /** All files that may be rotated ones: first those with a stamp before the suffix. */
  public static List<Path> all(Path log) {
    String name = log.getFileName().toString();
    List<Path> files = siblings(log).sorted(OLDEST_FIRST).toList();
    Stream<Path> stamped = files.stream().filter(p -> isStamped(p, log));
    return Stream.concat(stamped, files.stream().filter(p -> isPast(name(p), name))).toList();
  }

  /** Whether the file's name is the log's with a stamp before the suffix. */
  public static boolean isStamped(Path file, Path log) {
    return stampedOf(file).filter(log::equals).isPresent();
  }

  private static boolean isCounted(Path path) {
    return count(path) < Long.MAX_VALUE;
  }

  private static long count(Path path) {
    Matcher count = COUNT.matcher(path.getFileName().toString());
    return count.find() ? Long.parseLong(count.group(1)) : Long.MAX_VALUE;
  }
}
