package org.trainingexporter.watch.find;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.trainingexporter.parse.eventfile.files.EventDirectory;
import org.trainingexporter.tail.FileState;

/**
 * The watched paths as directories of runs: each with its run's name and the directories that are
 * part of it.
 */
public final class WatchedRoots {
  /**
   * A run's directory, and the folders that belong to it; the root is what was asked for.
   *
   * @param above the directory of a run whose training may be told here once more; null for none
   */
  public record Group(
      Path path, Path root, Path above, String name, List<Folder> parts, List<Folder> checkpoints) {

    /** The directory as seen from the root. */
    public String below() {
      return path.equals(root) ? "." : root.relativize(path).toString();
    }
  }

  private final List<Path> paths;
  private final FileState.Probe probe;
  private final Map<Path, DirectoryWalker> trees = new LinkedHashMap<>();
  private final Map<Set<Path>, Folder> filesOnly = new LinkedHashMap<>();
  private final VersionFolders versions = new VersionFolders();
  private List<Long> modified = List.of();

  /**
   * @param paths directories and files, absolute
   * @param probe says which files and directories may be read
   */
  public WatchedRoots(List<Path> paths, FileState.Probe probe) {
    this.paths = paths;
    this.probe = probe;
  }

  /**
   * Whether entries came or went right below the watched paths since the last call. Reads only the
   * attributes of these paths, however much lies below.
   */
  public boolean changed() {
    List<Long> now =
        paths.stream()
            .map(Path::toFile)
            .map(path -> path.isDirectory() ? path.lastModified() : 0)
            .toList();
    boolean first = modified.isEmpty();
    boolean changed = !now.equals(modified);
    modified = now;
    return changed && !first;
  }

  /** Walks all watched paths. */
  public List<Group> walk(long nowMillis) {
    Map<Path, Group> groups = new LinkedHashMap<>();
    Map<Path, Set<Path>> files = new LinkedHashMap<>();
    for (Path path : paths) {
      if (Files.isRegularFile(path)) {
        files.computeIfAbsent(path.getParent(), p -> new TreeSet<>()).add(path);
      } else {
        DirectoryWalker tree = trees.computeIfAbsent(path, p -> new DirectoryWalker(p, probe));
        List<Folder> found = tree.walk(nowMillis);
        versions.find(found);
        found.forEach(f -> group(path, f, groups));
      }
    }
    files.forEach(
        (parent, only) -> {
          Folder folder = filesOnly.computeIfAbsent(only, o -> new Folder(parent, o, probe));
          folder.refresh(nowMillis);
          groups.computeIfAbsent(run(parent, null), p -> newGroup(p, p)).parts().add(folder);
        });
    return new ArrayList<>(groups.values());
  }

  private void group(Path root, Folder folder, Map<Path, Group> groups) {
    Path path = run(folder.path, root);
    groups.computeIfAbsent(path, p -> newGroup(root, p)).parts().add(folder);
    if (!path.equals(root) && FileNames.holdsCheckpoints(name(path))) {
      Path above = run(path.getParent(), root);
      groups.computeIfAbsent(above, p -> newGroup(root, p)).checkpoints().add(folder);
    }
  }

  /** The directory that this one is a part of, at most the root's. */
  private Path run(Path directory, Path root) {
    Path run = directory;
    while (!run.equals(root) && run.getParent() != null && isPart(run)) {
      run = run.getParent();
    }
    return run;
  }

  private boolean isPart(Path directory) {
    return FileNames.isPart(name(directory), name(directory.getParent()))
        || versions.isAlone(directory)
        || EventDirectory.isPartOfRunAbove(directory);
  }

  private Group newGroup(Path root, Path path) {
    String below = root.relativize(path).toString();
    String own = name(root);
    String name = below.isEmpty() ? own : paths.size() > 1 ? own + "/" + below : below;
    return new Group(path, root, above(path, root), name, new ArrayList<>(), new ArrayList<>());
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
