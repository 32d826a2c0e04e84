package org.trainingexporter.watch.relation;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.trainingexporter.parse.outline.LogOutline;
import org.trainingexporter.watch.find.FileNames;
import org.trainingexporter.watch.find.FoundLog;

/** Which logs of one directory tell of one training. Outlines are read only where they matter. */
public final class LogRelations {
  /**
   * Logs that may lead others come first: lines before tables, documents and text, those that may
   * be a validation last, the oldest of equal ones first.
   */
  public static final Comparator<FoundLog> LEADING_FIRST =
      Comparator.comparing(LogRelations::hasNameOfValidation)
          .thenComparing(FoundLog::kind)
          .thenComparing(FoundLog.OLDEST_FIRST);

  private static final Pattern BETWEEN_WORDS =
      Pattern.compile("[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})");
  private static final Set<String> VALIDATION =
      Set.of("val", "valid", "validation", "eval", "evaluation", "test", "dev");

  private final OutlineSource source;
  private final Map<Path, Optional<LogOutline>> outlines = new HashMap<>();

  public LogRelations(OutlineSource source) {
    this.source = source;
  }

  /** The logs may have grown: outlines are read again where they are asked for. */
  public void refresh() {
    outlines.clear();
  }

  /** Whether both tell of one training. Of one kind they are trainings of their own. */
  public boolean repeats(FoundLog log, FoundLog leader, double now) {
    return repeats(log, leader, true, now);
  }

  /** The same of logs in directories of different runs, which must have a signal in common. */
  boolean repeatsFromAfar(FoundLog log, FoundLog leader, double now) {
    return repeats(log, leader, false, now);
  }

  private boolean repeats(FoundLog log, FoundLog leader, boolean isNear, double now) {
    if (log.kind() == leader.kind()) {
      return false;
    }
    if (FileNames.isBesideRun(log.path(), leader.path())) {
      return true;
    }
    Optional<LogOutline> one = outline(log, now);
    Optional<LogOutline> other = outline(leader, now);
    return one.isPresent()
        && other.isPresent()
        && SameTraining.isOf(one.get(), other.get(), isNear);
  }

  /**
   * Whether a log holds the validations of the leader's training: its name says so, and nothing in
   * it says otherwise.
   */
  public boolean validates(FoundLog log, FoundLog leader, double now) {
    if (!hasNameOfValidation(log) || hasNameOfValidation(leader)) {
      return false;
    }
    Optional<LogOutline> own = outline(log, now).filter(o -> !o.namesSet() && !o.tunes());
    Optional<LogOutline> training = own.isEmpty() ? own : outline(leader, now);
    return training.isPresent() && own.get().liesWithin(training.get());
  }

  private Optional<LogOutline> outline(FoundLog log, double now) {
    return outlines.computeIfAbsent(
        log.path(),
        path -> {
          try {
            return Optional.of(source.outline(path, now)).filter(LogOutline::hasPositions);
          } catch (IOException e) {
            return Optional.empty();
          }
        });
  }

  private static boolean hasNameOfValidation(FoundLog log) {
    String name = FileNames.withoutSuffix(log.path().getFileName().toString());
    return BETWEEN_WORDS
        .splitAsStream(name)
        .anyMatch(word -> VALIDATION.contains(word.toLowerCase(Locale.ROOT)));
  }
}
