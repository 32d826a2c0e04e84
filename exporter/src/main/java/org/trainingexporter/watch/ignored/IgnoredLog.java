package org.trainingexporter.watch.ignored;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A file that looks like a log and is not read.
 *
 * @param file it, or the directory of several such files
 * @param nearest what it has of a log and what it lacks
 * @param files how many it stands for
 */
public record IgnoredLog(Path file, Reason reason, String nearest, int files) {
  /** A link that leads out of what is watched. */
  public static IgnoredLog outside(Path link) {
    return new IgnoredLog(link, Reason.OUTSIDE, "a symbolic link leads out of what is watched", 1);
  }

  /** How many files there are by the reason's label; every reason is there. */
  public static Map<String, Long> counts(List<IgnoredLog> logs) {
    Map<String, Long> files = new TreeMap<>();
    Stream.of(Reason.values()).forEach(reason -> files.put(reason.label, 0L));
    logs.forEach(log -> files.merge(log.reason.label, (long) log.files, Long::sum));
    return files;
  }

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
