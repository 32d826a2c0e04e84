package org.trainingexporter.parse.format;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.tail.Rotation;

/**
 * The files of one log.
 *
 * @param place where the log is now; a document may move to a newer checkpoint
 * @param isRotated whether rotated copies beside it count as its past
 * @param stamped rotated copies with the stamp before the suffix, oldest first, as their content
 *     has confirmed
 */
public record LogFiles(Supplier<Path> place, boolean isRotated, List<Path> stamped) {

  /** A log with its rotated copies. */
  public static LogFiles withPast(Supplier<Path> place) {
    return withPast(place, List.of());
  }

  /** A log with its rotated copies, and those of a stamp before the suffix. */
  public static LogFiles withPast(Supplier<Path> place, List<Path> stamped) {
    return new LogFiles(place, true, stamped);
  }

  /** One file alone. */
  public static LogFiles alone(Path path) {
    return new LogFiles(() -> path, false, List.of());
  }

  public Path current() {
    return place.get();
  }

  /** Its rotated copies as they are now, oldest first. */
  public List<Path> past() {
    return isRotated
        ? Stream.concat(stamped.stream(), Rotation.past(current()).stream()).toList()
        : List.of();
  }
}
