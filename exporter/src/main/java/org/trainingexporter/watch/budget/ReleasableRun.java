package org.trainingexporter.watch.budget;

import java.util.Comparator;

/**
 * A run that may be released where memory is short.
 *
 * @param isOver whether its training has ended
 * @param isRead whether records of it are in memory, so that its release frees some
 * @param modified when its newest log was written, seconds since 1970
 * @param release removes it
 */
public record ReleasableRun(
    String name, boolean isOver, boolean isRead, double modified, Runnable release) {
  /** Those that are over first, of these and of the others the oldest. */
  static final Comparator<ReleasableRun> ORDER =
      Comparator.comparing((ReleasableRun run) -> !run.isOver())
          .thenComparingDouble(ReleasableRun::modified)
          .thenComparing(ReleasableRun::name);
}
