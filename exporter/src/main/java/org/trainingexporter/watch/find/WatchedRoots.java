package org.trainingexporter.watch.find;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.rank.MachineFolders;
import org.trainingexporter.watch.rank.RankFolders;

/**
 * The watched paths as directories of runs: each with its run's name and the directories that are
 * part of it.
 */
public final class WatchedRoots {
  private final List<WatchedRoot> roots;
  private final FileState.Probe probe;
  private final Map<Set<Path>, Folder> filesOnly = new LinkedHashMap<>();
  private volatile List<RunGroup> ofFiles = List.of();

  /**
   * @param paths directories and files, absolute
   * @param named those whose names begin the names of the runs below them
   * @param probe says which files and directories may be read
   * @param isLog whether a file is a log of the run of that name, by what it holds; the file may be
   *     gone
   */
  public WatchedRoots(
      List<Path> paths, List<Path> named, FileState.Probe probe, BiPredicate<Path, String> isLog) {
    this.probe = probe;
    this.roots =
        paths.stream().map(p -> new WatchedRoot(p, named.contains(p), probe, isLog)).toList();
  }

  /** Each watched path. */
  public List<WatchedRoot> all() {
    return roots;
  }

  /** Finds the runs of those watched paths that are files, after these were walked. */
  public void findFiles(long nanos) {
    Map<Path, Set<Path>> files = new LinkedHashMap<>();
    for (WatchedRoot root : roots) {
      if (root.isFile()) {
        files.computeIfAbsent(root.path().getParent(), p -> new TreeSet<>()).add(root.path());
      }
    }
    RunGroups sorted =
        new RunGroups(
            new VersionFolders(),
            new RankFolders(),
            new MachineFolders(file -> true, 0),
            roots.size() > 1);
    files.forEach(
        (parent, only) -> {
          Folder folder = filesOnly.computeIfAbsent(only, o -> new Folder(parent, o, probe));
          folder.refresh(nanos);
          sorted.addFiles(parent, folder);
        });
    ofFiles = sorted.all();
  }

  /** The directories of runs, as each path was found when it was walked last. */
  public List<RunGroup> groups() {
    Map<Path, RunGroup> groups = new LinkedHashMap<>();
    Stream.concat(roots.stream().flatMap(r -> r.groups().stream()), ofFiles.stream())
        .forEach(g -> groups.merge(g.path(), g, RunGroup::with));
    return new ArrayList<>(groups.values());
  }
}
