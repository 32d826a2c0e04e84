package org.trainingexporter.parse.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.trainingexporter.tail.Rotation;

/**
 * The rotated files of a log whose stamp stands before the suffix. Names alone do not decide, since
 * files of folds and seeds have the same: the positions of each part must end before those of the
 * next begin.
 */
final class StampedParts {
  /** Records of the live file that are read to see where it begins. */
  private static final long BEGINNING = 1_000;

  /** Reads a file's outline. */
  @FunctionalInterface
  interface Outliner {
    LogOutline outline(Path file, long mostRecords) throws IOException;
  }

  private record Part(Path path, LogOutline outline) {
    double time() {
      return outline.firstTime();
    }
  }

  private StampedParts() {}

  /** Those of the log, oldest first. */
  static List<Path> of(Path log, Outliner outliner) {
    List<Part> parts = read(Rotation.stamped(log), outliner);
    if (parts.isEmpty()) {
      return List.of();
    }
    List<Path> found = new ArrayList<>();
    List<Part> live = read(List.of(log), outliner, BEGINNING);
    LogOutline next = live.isEmpty() ? null : live.get(0).outline;
    Collections.reverse(parts);
    for (Part part : parts) {
      if (next == null || part.outline.endsBefore(next)) {
        found.add(0, part.path);
        next = part.outline;
      }
    }
    return found;
  }

  private static List<Part> read(List<Path> files, Outliner outliner) {
    List<Part> parts = read(files, outliner, Long.MAX_VALUE);
    boolean timed = parts.stream().noneMatch(p -> Double.isNaN(p.time()));
    Comparator<Part> byTime = Comparator.comparingDouble(Part::time);
    Comparator<Part> byPosition = Comparator.comparingDouble(p -> p.outline.least());
    parts.sort(
        (timed ? byTime.thenComparing(byPosition) : byPosition)
            .thenComparing(Part::path, Rotation.OLDEST_FIRST));
    return parts;
  }

  /** Those with positions; a file that cannot be read is none. */
  private static List<Part> read(List<Path> files, Outliner outliner, long mostRecords) {
    List<Part> parts = new ArrayList<>();
    for (Path file : files) {
      try {
        LogOutline outline = outliner.outline(file, mostRecords);
        if (outline.hasPositions()) {
          parts.add(new Part(file, outline));
        }
      } catch (IOException e) {
        // Gone, or not to be read: the next reading sees what there is then.
      }
    }
    return parts;
  }
}
