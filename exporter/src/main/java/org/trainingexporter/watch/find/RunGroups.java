package org.trainingexporter.watch.find;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.parse.eventfile.files.EventDirectory;
import org.trainingexporter.watch.rank.MachineFolders;
import org.trainingexporter.watch.rank.RankFolders;

/** Sorts the folders of one watched path by the runs that they belong to. One thread. */
final class RunGroups {
  private final Map<Path, RunGroup> groups = new LinkedHashMap<>();
  private final VersionFolders versions;
  private final RankFolders ranks;
  private final MachineFolders machines;
  private final boolean namesRoot;

  /**
   * @param namesRoot whether the watched directory's name begins the names of runs below it
   */
  RunGroups(
      VersionFolders versions, RankFolders ranks, MachineFolders machines, boolean namesRoot) {
    this.versions = versions;
    this.ranks = ranks;
    this.machines = machines;
    this.namesRoot = namesRoot;
  }

  /** Adds a folder below a root. */
  void add(Path root, Folder folder) {
    Path path = run(folder.path, root);
    groups.computeIfAbsent(path, p -> newGroup(root, p)).parts().add(folder);
    if (!path.equals(root) && FileNames.holdsCheckpoints(name(path))) {
      Path above = run(path.getParent(), root);
      groups.computeIfAbsent(above, p -> newGroup(root, p)).checkpoints().add(folder);
    }
  }

  /** Adds a folder of which only some files count. */
  void addFiles(Path parent, Folder folder) {
    groups.computeIfAbsent(run(parent, null), p -> newGroup(p, p)).parts().add(folder);
  }

  List<RunGroup> all() {
    return List.copyOf(groups.values());
  }

  /** The directory that this one is a part of, at most the root's. */
  private Path run(Path directory, Path root) {
    Path run = directory;
    for (Optional<Path> next = next(run, root); next.isPresent(); next = next(run, root)) {
      run = next.get();
    }
    return run;
  }

  private Optional<Path> next(Path directory, Path root) {
    if (directory.equals(root) || directory.getParent() == null) {
      return Optional.empty();
    }
    return isPart(directory) ? Optional.of(directory.getParent()) : machines.leaderOf(directory);
  }

  private boolean isPart(Path directory) {
    return FileNames.isPart(name(directory), name(directory.getParent()))
        || versions.isAlone(directory)
        || ranks.isPart(directory)
        || machines.isPart(directory)
        || EventDirectory.isPartOfRunAbove(directory);
  }

  private RunGroup newGroup(Path root, Path path) {
    String name = runName(root, path, namesRoot);
    return new RunGroup(path, root, above(path, root), name, new ArrayList<>(), new ArrayList<>());
  }

  /** What the run of a directory is called. */
  static String runName(Path root, Path path, boolean namesRoot) {
    String below = root.relativize(path).toString();
    String own = name(root);
    return below.isEmpty() ? own : namesRoot ? own + "/" + below : below;
  }

  /** The run above the outermost directory that a writer makes below a run; null for none. */
  private Path above(Path path, Path root) {
    Path above = null;
    for (Path at = path; !at.equals(root) && at.getParent() != null; at = at.getParent()) {
      if (FileNames.repeatsRunAbove(name(at))) {
        above = run(at.getParent(), root);
      }
    }
    return above;
  }

  private static String name(Path path) {
    return path.getFileName() == null ? path.toString() : path.getFileName().toString();
  }
}
