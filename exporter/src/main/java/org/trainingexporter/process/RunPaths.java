package org.trainingexporter.process;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Finds runs by the real paths of their logs and directories, as {@code /proc} shows them. */
final class RunPaths {
  private final Map<Path, String> byLog = new HashMap<>();
  private final Map<Path, List<WatchedRun>> byDirectory;

  RunPaths(List<WatchedRun> runs) {
    runs.forEach(run -> run.logs().forEach(log -> byLog.put(real(log), run.name())));
    byDirectory = runs.stream().collect(Collectors.groupingBy(run -> real(run.directory())));
  }

  /** The run of that log; null where there is none. */
  String ofLog(Path file) {
    return byLog.get(file);
  }

  Set<String> ofLogs(Collection<Path> files) {
    Set<String> found = new TreeSet<>();
    for (Path file : files) {
      if (byLog.containsKey(file)) {
        found.add(byLog.get(file));
      }
    }
    return found;
  }

  /** The runs of the nearest directory that has any; of several runs, those that are not over. */
  Set<String> ofDirectory(Path directory) {
    for (Path at = directory; at != null; at = at.getParent()) {
      if (byDirectory.containsKey(at)) {
        List<WatchedRun> all = byDirectory.get(at);
        List<WatchedRun> alive = all.stream().filter(WatchedRun::alive).toList();
        return (alive.isEmpty() ? all : alive)
            .stream().map(WatchedRun::name).collect(Collectors.toCollection(TreeSet::new));
      }
    }
    return Set.of();
  }

  private static Path real(Path path) {
    try {
      return path.toRealPath();
    } catch (IOException e) {
      return path.toAbsolutePath().normalize();
    }
  }
}
