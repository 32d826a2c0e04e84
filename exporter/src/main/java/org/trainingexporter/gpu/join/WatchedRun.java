package org.trainingexporter.gpu.join;

import java.nio.file.Path;
import java.util.List;

/**
 * What a join needs to know about a run.
 *
 * @param state as in {@code training_run_state}
 * @param startSeconds time of the first record, NaN if unknown
 */
public record WatchedRun(
    String name, Path directory, List<Path> logs, String state, double startSeconds) {
  public WatchedRun {
    logs = List.copyOf(logs);
  }

  /** Neither finished nor abandoned. */
  boolean alive() {
    return !state.equals("finished") && !state.equals("abandoned");
  }
}
