package org.trainingexporter.parse.epochfiles;

import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file's name with the number of an epoch at its end.
 *
 * @param series the path without the number: the same for all files of one log
 * @param epoch as the name has it
 */
record EpochFileName(Path series, long epoch) {
  private static final Pattern NAME = Pattern.compile("(?i)(.*epoch[-_.]?)(\\d{1,9})(\\.json)");

  /** What the file's name says; empty where it names no epoch. */
  static Optional<EpochFileName> of(Path file) {
    Matcher m = NAME.matcher(file.getFileName().toString());
    return m.matches()
        ? Optional.of(
            new EpochFileName(
                file.resolveSibling(m.group(1) + m.group(3)), Long.parseLong(m.group(2))))
        : Optional.empty();
  }
}
