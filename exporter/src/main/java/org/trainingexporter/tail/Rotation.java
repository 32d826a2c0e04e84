package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The rotated copies of a log {@code X}: {@code X.N}, {@code X-DATE} and {@code X.DATE} beside it.
 * Compressed copies are not read.
 */
public final class Rotation {
  private static final Pattern SUFFIX = Pattern.compile("[.-]\\d[\\d._:T-]*");

  /** Dated copies first, by name; then counted ones, the highest number first. */
  private static final Comparator<Path> OLDEST_FIRST =
      Comparator.comparing(Rotation::isCounted)
          .thenComparing(p -> isCounted(p) ? -count(p) : 0)
          .thenComparing(p -> p.getFileName().toString());

  private Rotation() {}

  /** Whether the name is that of a rotated copy of the other. */
  public static boolean isPast(String name, String of) {
    return name.startsWith(of) && SUFFIX.matcher(name.substring(of.length())).matches();
  }

  /** The rotated files of a log, oldest first. */
  public static List<Path> past(Path log) {
    List<Path> found = new ArrayList<>();
    String name = log.getFileName().toString();
    try (DirectoryStream<Path> siblings = Files.newDirectoryStream(log.getParent())) {
      for (Path sibling : siblings) {
        if (isPast(sibling.getFileName().toString(), name) && Files.isReadable(sibling)) {
          found.add(sibling);
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      return List.of(); // gone or unreadable for now: the log itself is read all the same
    }
    found.sort(OLDEST_FIRST);
    return found;
  }

  /** The rotated copy that begins with what was read of the log so far, and all younger ones. */
  static List<Path> since(Path log, Fingerprint print, FileState before, FileState.Probe probe) {
    return past(log).stream().dropWhile(p -> !continues(p, print, before, probe)).toList();
  }

  private static boolean continues(
      Path copy, Fingerprint print, FileState before, FileState.Probe probe) {
    try {
      FileState state = probe.of(copy);
      if (print.offset() == 0) {
        return before.identity() != null && before.identity().equals(state.identity());
      }
      return state.size() >= print.offset() && print.fits(copy);
    } catch (IOException e) {
      return false; // it cannot be read, so nothing of it can be continued
    }
  }

  private static boolean isCounted(Path path) {
    return count(path) < 1_000_000;
  }

  private static long count(Path path) {
    String name = path.getFileName().toString();
    String digits = name.substring(Math.max(name.lastIndexOf('.'), name.lastIndexOf('-')) + 1);
    return digits.matches("\\d{1,6}") && name.endsWith("." + digits)
        ? Long.parseLong(digits)
        : Long.MAX_VALUE;
  }
}
