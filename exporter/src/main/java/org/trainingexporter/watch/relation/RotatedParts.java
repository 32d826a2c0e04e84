package org.trainingexporter.watch.relation;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.trainingexporter.tail.rotation.Rotation;

/** Which files are rotated copies of a log beside them, by a stamp before the suffix. */
public final class RotatedParts {
  /** What a file is. */
  public enum Answer {
    /** A log of its own. */
    OWN,
    /** Read with the log that it is a part of. */
    PART,
    /** Its log was renamed, or is gone for now: the next search decides. */
    UNDECIDED
  }

  /** The rotated copies of a log, as their content confirms. */
  @FunctionalInterface
  public interface Source {
    List<Path> of(Path log, double now);
  }

  private final Source source;
  private final Map<Path, List<Path>> parts = new HashMap<>();

  public RotatedParts(Source source) {
    this.source = source;
  }

  /** Files may have come: copies are searched again where they are asked for. */
  public void refresh() {
    parts.clear();
  }

  /**
   * What a file is.
   *
   * @param isLog whether a path is that of a log that is read, or about to be
   */
  public Answer answer(Path file, Predicate<Path> isLog, double now) {
    Optional<Path> log = Rotation.stampedOf(file).filter(isLog);
    if (log.isEmpty()) {
      return Answer.OWN;
    }
    if (!Files.exists(log.get())) {
      return Answer.UNDECIDED;
    }
    return parts.computeIfAbsent(log.get(), path -> source.of(path, now)).contains(file)
        ? Answer.PART
        : Answer.OWN;
  }
}
