package org.trainingexporter.parse.open;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import org.trainingexporter.parse.outline.LogOutline;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.RotatedFiles;
import org.trainingexporter.tail.RotatedFiles.RotatedFile;
import org.trainingexporter.tail.rotation.Rotation;

/**
 * The rotated files of a log whose stamp stands before the suffix. Names alone do not decide, since
 * files of folds and seeds have the same: the positions of each part must end before those of the
 * next begin.
 */
final class StampedParts {
  /** Records of the live file that are read to see where it begins. */
  private static final long BEGINNING = 1_000;

  private static final int MOST_READINGS = 3;

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

  /**
   * Those of the log, oldest first, and behind them the live file as it is now. A rotation while
   * they are read passes their names on: then they are read again.
   */
  static List<RotatedFile> of(Path log, FileState.Probe probe, Outliner outliner) {
    try {
      RotatedFiles files = RotatedFiles.now(log, probe);
      for (int i = 1; true; i++) {
        List<RotatedFile> confirmed = confirm(log, files, outliner);
        RotatedFiles now = confirmed.size() == 1 ? files : RotatedFiles.now(log, probe);
        if (now.isAs(files) || i == MOST_READINGS) {
          return confirmed;
        }
        files = now;
      }
    } catch (IOException e) {
      return List.of(); // gone, or not to be read: the next reading sees what there is then
    }
  }

  private static List<RotatedFile> confirm(Path log, RotatedFiles files, Outliner outliner) {
    List<RotatedFile> confirmed = new ArrayList<>();
    List<RotatedFile> stamped =
        files.past().stream().filter(f -> Rotation.isStamped(f.path(), log)).toList();
    for (Path part : of(log, stamped.stream().map(RotatedFile::path).toList(), outliner)) {
      stamped.stream().filter(f -> f.path().equals(part)).forEach(confirmed::add);
    }
    confirmed.add(new RotatedFile(log, files.live()));
    return confirmed;
  }

  private static List<Path> of(Path log, List<Path> stamped, Outliner outliner) {
    List<Part> parts = read(stamped, outliner);
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
    Comparator<Part> byPosition = Comparator.comparingDouble(p -> p.outline.positions().least());
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
