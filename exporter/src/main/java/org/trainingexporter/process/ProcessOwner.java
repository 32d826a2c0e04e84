package org.trainingexporter.process;

import java.util.List;
import java.util.Set;

/**
 * Finds the runs that a process works for. Of a process and its ancestors, the first that has a
 * run's log open, or whose working directory is a run's directory or below it, names the run.
 */
public final class ProcessOwner {
  private static final int MAX_ANCESTORS = 64;

  private final ProcFs proc;
  private final RunPaths paths;

  public ProcessOwner(ProcFs proc, List<WatchedRun> runs) {
    this(proc, new RunPaths(runs));
  }

  ProcessOwner(ProcFs proc, RunPaths paths) {
    this.proc = proc;
    this.paths = paths;
  }

  /** The names of the runs; none where the process may not be inspected. */
  public Set<String> of(long pid) {
    long now = pid;
    for (int i = 0; i < MAX_ANCESTORS && now > 1; i++) {
      Set<String> found =
          paths.ofLogs(proc.openFiles(now).stream().map(ProcFs.OpenFile::path).toList());
      if (found.isEmpty()) {
        found = proc.workingDirectory(now).map(paths::ofDirectory).orElse(Set.of());
      }
      if (!found.isEmpty()) {
        return found;
      }
      now = proc.parent(now);
    }
    return Set.of();
  }
}
