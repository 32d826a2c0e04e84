package org.trainingexporter.watch.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.rank.MachineFolders;
import org.trainingexporter.watch.rank.RankFolders;

/**
 * One watched path with what was found in it. It may hang, so {@link #check} and {@link #walk} are
 * steps of their own; what they have found is read by any thread.
 */
public final class WatchedRoot {
  private static final Logger log = LoggerFactory.getLogger(WatchedRoot.class);

  /** Nanoseconds for which a directory may be away and come back with its runs as they were. */
  public static final long LONGEST_AWAY = 600_000_000_000L;

  private static final String DELETED = "it was deleted, and only a mount of it is left";

  private final Path path;
  private final boolean namesRoot;
  private final DirectoryWalker walker;
  private final VersionFolders versions = new VersionFolders();
  private final RankFolders ranks = new RankFolders();
  private final MachineFolders machines;
  private final FaultReporter faults = new FaultReporter(log);
  private long modified = -1;
  private volatile boolean changed;
  private volatile boolean isFile;
  private volatile List<RunGroup> groups = List.of();
  private volatile String problem = "";

  /**
   * @param isLog whether a file is a log of the run of that name
   */
  WatchedRoot(
      Path path, boolean namesRoot, FileState.Probe probe, BiPredicate<Path, String> isLog) {
    this.path = path;
    this.namesRoot = namesRoot;
    this.walker = new DirectoryWalker(path, probe);
    this.machines =
        new MachineFolders(
            file -> isLog.test(file, RunGroups.runName(path, file.getParent(), namesRoot)),
            LONGEST_AWAY);
  }

  /** Whether it was a file when it was walked last. */
  boolean isFile() {
    return isFile;
  }

  public Path path() {
    return path;
  }

  /** Reads the path's own attributes, however much lies below. */
  public void check() {
    long now = Files.isDirectory(path) ? path.toFile().lastModified() : 0;
    changed = modified >= 0 && now != modified;
    modified = now;
  }

  /** Whether entries came or went right below the path between the last two checks. */
  public boolean hasChanged() {
    return changed;
  }

  /** Walks what lies below; a file is none of its concern. */
  public void walk(long nanos) {
    isFile = Files.isRegularFile(path);
    if (isFile) {
      groups = List.of();
      setProblem(Files.isReadable(path) ? "" : "it cannot be read");
      return;
    }
    List<Folder> found = walker.walk(nanos);
    versions.find(found);
    ranks.find(found.stream().map(f -> f.path).toList());
    machines.find(
        found.stream()
            .filter(f -> !f.path.equals(path))
            .collect(Collectors.toMap(f -> f.path, Folder::files)),
        nanos);
    RunGroups sorted = new RunGroups(versions, ranks, machines, namesRoot);
    found.forEach(f -> sorted.add(path, f));
    groups = sorted.all();
    setProblem(
        found.isEmpty() ? "it is not there" : isDeleted() ? DELETED : found.get(0).problem());
  }

  /** A mount keeps a directory that was deleted, and never shows one that is made anew. */
  private boolean isDeleted() {
    try {
      return Files.getAttribute(path, "unix:nlink") instanceof Integer links && links == 0;
    } catch (IOException | UnsupportedOperationException | IllegalArgumentException e) {
      return false; // the file system does not say
    }
  }

  private void setProblem(String now) {
    problem = now;
    if (now.isEmpty()) {
      faults.recovered(path + ": can be read again");
    } else {
      faults.failed(Level.WARN, path + ": nothing in it is read: " + now);
    }
  }

  /** What its newest walk has found. */
  List<RunGroup> groups() {
    return groups;
  }

  /** Why nothing in it is read; empty where it is. */
  public String problem() {
    return problem;
  }
}
