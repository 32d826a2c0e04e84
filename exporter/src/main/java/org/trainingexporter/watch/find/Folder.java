package org.trainingexporter.watch.find;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.parse.setting.SettingsFile;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.watch.ignored.IgnoredLog;

/**
 * One directory's entries, listed again only when its modification time has changed: that makes ten
 * thousand directories cheap to watch. One thread.
 */
public final class Folder {
  private static final Logger log = LoggerFactory.getLogger(Folder.class);

  /** Milliseconds after a change within which another one may leave the same time. */
  private static final long UNSURE = 2_000;

  /** More files of a log's kind than these in one directory are data, not logs. */
  private static final int MOST_FILES = 1_000;

  final Path path;
  private final Set<Path> only;
  private List<Path> files = List.of();
  private List<Path> folders = List.of();
  private List<Path> checkpoints = List.of();
  private List<Path> settings = List.of();
  private Object key;
  private long listedAt = Long.MIN_VALUE;
  private long modified;
  private int leftOut;
  private final FileState.Probe probe;
  private List<IgnoredLog> outside = List.of();
  private final FaultReporter faults = new FaultReporter(log);

  public Folder(Path path) {
    this(path, Set.of(), FileState::of);
  }

  /**
   * A directory of which only some files count, whatever they are called.
   *
   * @param only those; empty for all whose names may be a log's
   * @param probe says which may be read
   */
  Folder(Path path, Set<Path> only, FileState.Probe probe) {
    this.path = path;
    this.only = only;
    this.probe = probe;
  }

  /** Lists the directory if it has changed; false when it is gone. */
  public boolean refresh(long nowMillis) {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      if (!a.isDirectory()) {
        return false;
      }
      key = a.fileKey() == null ? path : a.fileKey();
      long changed = a.lastModifiedTime().toMillis();
      if (changed != modified || listedAt - changed < UNSURE) {
        modified = changed;
        list();
        listedAt = nowMillis;
        faults.recovered();
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      faults.failed(Level.WARN, path + ": cannot be listed: " + e);
      modified = Long.MIN_VALUE;
      return true;
    }
  }

  private void list() throws IOException {
    List<Path> newFiles = new ArrayList<>();
    List<Path> newFolders = new ArrayList<>();
    List<Path> newCheckpoints = new ArrayList<>();
    List<Path> newSettings = new ArrayList<>();
    List<IgnoredLog> newOutside = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(path)) {
      for (Path entry : entries) {
        String name = entry.getFileName().toString();
        boolean named = only.isEmpty() ? FileNames.mayBeLog(name) : only.contains(entry);
        if (!probe.allows(entry)) {
          if (named || Files.isDirectory(entry)) {
            newOutside.add(IgnoredLog.outside(entry));
          }
        } else if (SettingsFile.isOne(entry) && !only.contains(entry)) {
          newSettings.add(entry);
        } else if (named && !Files.isDirectory(entry)) {
          newFiles.add(entry);
        } else if (FileNames.mayBeCheckpointFile(name)) {
          newCheckpoints.add(entry);
        } else if (!name.startsWith(".") && Files.isDirectory(entry)) {
          (FileNames.isCheckpointFolder(name) ? newCheckpoints : newFolders).add(entry);
        }
      }
    } catch (DirectoryIteratorException e) {
      throw e.getCause();
    }
    newFiles.forEach(f -> removeInside(FileNames.inside(name(f)), newFolders));
    removeInside(FileNames.inside(name(path)), newFolders);
    newFiles.sort(null);
    newFolders.sort(null);
    leaveOut(newFiles);
    nameNew(newOutside);
    files = List.copyOf(newFiles);
    folders = List.copyOf(newFolders);
    checkpoints = List.copyOf(newCheckpoints);
    settings = List.copyOf(newSettings);
  }

  private static void removeInside(Set<String> inside, List<Path> folders) {
    if (!inside.isEmpty()) {
      folders.removeIf(f -> inside.contains(name(f)));
    }
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /** Of too many files the newest are kept, by name. */
  private void leaveOut(List<Path> found) {
    int more = found.size() - MOST_FILES;
    leftOut = Math.max(0, more);
    if (more > 0) {
      String message = "{}: {} files may be logs; only the newest {} are read";
      log.warn(message, path, found.size(), MOST_FILES);
      Map<Path, Long> times = new HashMap<>();
      found.forEach(f -> times.put(f, f.toFile().lastModified()));
      found.sort(Comparator.comparing(times::get));
      found.subList(0, more).clear();
      found.sort(null);
    }
  }

  private void nameNew(List<IgnoredLog> found) {
    found.stream()
        .filter(link -> !outside.contains(link))
        .forEach(link -> log.info("{}: {}; it is not followed", link.file(), link.nearest()));
    outside = found;
  }

  /** What is not read: links that lead outside, and as one of them all files that are too many. */
  public List<IgnoredLog> ignored() {
    List<IgnoredLog> ignored = new ArrayList<>(outside);
    if (leftOut > 0) {
      String nearest = leftOut + " files more than the " + MOST_FILES + " that are read";
      ignored.add(new IgnoredLog(path, IgnoredLog.Reason.TOO_MANY, nearest, leftOut));
    }
    return ignored;
  }

  /** Files whose names may be a log's, by name. */
  public List<Path> files() {
    return files;
  }

  /** Directories that are no checkpoints, by name. */
  List<Path> folders() {
    return folders;
  }

  /** Files and directories that may be checkpoints. */
  public List<Path> checkpoints() {
    return checkpoints;
  }

  /** Files that hold settings of a run rather than records. */
  public List<Path> settings() {
    return settings;
  }

  /** The directory's identity, the same however it is reached. */
  Object key() {
    return key;
  }
}
