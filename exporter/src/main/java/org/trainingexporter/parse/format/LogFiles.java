package org.trainingexporter.parse.format;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.trainingexporter.tail.Rotation;

/**
 * The files of one log.
 *
 * @param place where the log is now; a document may move to a newer checkpoint
 * @param isRotated whether rotated copies beside it count as its past
 */
public record LogFiles(Supplier<Path> place, boolean isRotated) {

  /** A log with its rotated copies. */
  public static LogFiles withPast(Supplier<Path> place) {
    return new LogFiles(place, true);
  }

  /** One file alone. */
  public static LogFiles alone(Path path) {
    return new LogFiles(() -> path, false);
  }

  public Path current() {
    return place.get();
  }

  /** Its rotated copies as they are now, oldest first. */
  public List<Path> past() {
    return isRotated ? Rotation.past(current()) : List.of();
  }
}
