package org.trainingexporter.watch.log;

import java.nio.file.Path;
import java.util.List;

/**
 * How far the logs of a run are read. Immutable.
 *
 * @param lag bytes not read yet, also where they cannot be read
 * @param isGone whether all logs are gone
 * @param modified when the newest log was written, seconds since 1970
 * @param unreadable logs that are there and cannot be read
 */
public record LogsStatus(long lag, boolean isGone, double modified, List<Path> unreadable) {
  /** Nothing was read yet. */
  public static final LogsStatus NONE = new LogsStatus(0, false, 0, List.of());
}
