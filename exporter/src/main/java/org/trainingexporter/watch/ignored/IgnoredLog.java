package org.trainingexporter.watch.ignored;

import java.nio.file.Path;
import java.util.Locale;

/**
 * A file that looks like a log and is not read.
 *
 * @param file it, or the directory of several such files
 * @param nearest what it has of a log and what it lacks
 * @param files how many it stands for
 */
public record IgnoredLog(Path file, Reason reason, String nearest, int files) {
  /** Why it is not read. */
  public enum Reason {
    NO_POSITION,
    NO_SIGNAL,
    UNKNOWN_FORMAT,
    TOO_MANY,
    UNREADABLE,
    OUTSIDE;

    /** The value of the label {@code reason}. */
    public final String label = name().toLowerCase(Locale.ROOT);
  }
}
