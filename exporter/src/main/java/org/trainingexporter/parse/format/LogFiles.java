package org.trainingexporter.parse.format;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.trainingexporter.tail.RotatedFiles.RotatedFile;
import org.trainingexporter.tail.rotation.Rotation;

/**
 * The files of one log.
 *
 * @param place where the log is now; a document may move to a newer checkpoint
 * @param confirmed where rotated files beside it count as its past: those with the stamp before the
 *     suffix, oldest first, as their content has confirmed, and the live file as it was then
 */
public record LogFiles(Supplier<Path> place, Optional<List<RotatedFile>> confirmed) {

  /** A log with its rotated copies, and those of a stamp before the suffix. */
  public static LogFiles withPast(Supplier<Path> place, List<RotatedFile> confirmed) {
    return new LogFiles(place, Optional.of(confirmed));
  }

  /** One file alone. */
  public static LogFiles alone(Path path) {
    return new LogFiles(() -> path, Optional.empty());
  }

  public Path current() {
    return place.get();
  }

  /** Those with the stamp before the suffix, oldest first. */
  public List<Path> stamped() {
    Path current = current();
    return confirmed.orElse(List.of()).stream()
        .map(RotatedFile::path)
        .filter(p -> !p.equals(current))
        .toList();
  }

  /** Its rotated copies as they are now, oldest first. */
  public List<Path> past() {
    return confirmed.isPresent()
        ? Stream.concat(stamped().stream(), Rotation.past(current()).stream()).toList()
        : List.of();
  }
}
