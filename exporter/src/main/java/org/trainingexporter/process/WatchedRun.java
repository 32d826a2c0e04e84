package org.trainingexporter.process;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/**
 * What is needed to know about a run in order to find its processes and cards.
 *
 * @param state as in {@code training_run_state}
 * @param startSeconds time of the first record, NaN if unknown
 * @param tokens trained on so far, NaN if unknown
 */
public record WatchedRun(
    String name,
    Path directory,
    List<Path> logs,
    String state,
    double startSeconds,
    double tokens) {
  private static final Set<String> OVER = Set.of("finished", "ended", "abandoned");

  public WatchedRun {
    logs = List.copyOf(logs);
  }

  /** A run that counts no tokens. */
  public WatchedRun(
      String name, Path directory, List<Path> logs, String state, double startSeconds) {
    this(name, directory, logs, state, startSeconds, Double.NaN);
  }

  /** Neither finished, ended nor abandoned. */
  public boolean alive() {
    return !OVER.contains(state);
  }
}
