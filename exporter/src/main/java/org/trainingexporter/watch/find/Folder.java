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
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.trainingexporter.parse.setting.SettingsFile;
import org.trainingexporter.service.FaultReporter;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.age.ListingRule;
import org.trainingexporter.watch.ignored.IgnoredLog;

/**
 * One directory's entries, listed again only when its modification time has changed: that makes ten
 * thousand directories cheap to watch. Any thread; while one lists it, others see it as it was.
 */
public final class Folder {
  private static final Logger log = LoggerFactory.getLogger(Folder.class);

  /** More files of a log's kind than these in one directory are data, not logs. */
  private static final int MOST_FILES = 1_000;

  final Path path;
  private final Set<Path> only;
  private final FileState.Probe probe;
  private final ListingRule rule = new ListingRule();
  private final AtomicBoolean isListing = new AtomicBoolean();
  private final FaultReporter faults = new FaultReporter(log);
  private volatile FolderEntries entries = FolderEntries.NONE;
  private volatile Object key;
  private volatile String problem = "";

  /** What a directory holds. */
  private record FolderEntries(
      List<Path> files,
      List<Path> folders,
      List<Path> checkpoints,
      List<Path> settings,
      List<IgnoredLog> outside,
      int leftOut) {
    static final FolderEntries NONE =
        new FolderEntries(List.of(), List.of(), List.of(), List.of(), List.of(), 0);
  }

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

  /**
   * Lists the directory if it has changed; false when it is gone.
   *
   * @param nanos of the monotonic clock
   */
  public boolean refresh(long nanos) {
    if (!isListing.compareAndSet(false, true)) {
      return true;
    }
    try {
      return listIfDue(nanos);
    } finally {
      isListing.set(false);
    }
  }

  private boolean listIfDue(long nanos) {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      if (!a.isDirectory()) {
        return false;
      }
      Object found = a.fileKey() == null ? path : a.fileKey();
      boolean isOther = !found.equals(key);
      key = found;
      if (rule.isDue(List.of(found, a.lastModifiedTime()), nanos) || isOther) {
        entries = list();
        rule.listed(nanos);
        faults.recovered();
        problem = "";
      }
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      faults.failed(Level.WARN, path + ": cannot be listed: " + e);
      problem = "it cannot be listed: " + e.getClass().getSimpleName();
      rule.failed();
      return true;
    }
  }

  private FolderEntries list() throws IOException {
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
    int leftOut = leaveOut(newFiles);
    nameNew(newOutside);
    return new FolderEntries(
        List.copyOf(newFiles),
        List.copyOf(newFolders),
        List.copyOf(newCheckpoints),
        List.copyOf(newSettings),
        List.copyOf(newOutside),
        leftOut);
  }

  private static void removeInside(Set<String> inside, List<Path> folders) {
    if (!inside.isEmpty()) {
      folders.removeIf(f -> inside.contains(name(f)));
    }
  }

  private static String name(Path path) {
    return path.getFileName() == null ? "" : path.getFileName().toString();
  }

  /**
   * Of too many files the newest are kept, by name; documents go first, since data are often many
   * of these. Returns how many are left out.
   */
  private int leaveOut(List<Path> found) {
    int more = found.size() - MOST_FILES;
    if (more > 0) {
      String message = "{}: {} files may be logs; only the newest {} are read";
      log.warn(message, path, found.size(), MOST_FILES);
      Map<Path, Long> times = new HashMap<>();
      found.forEach(f -> times.put(f, f.toFile().lastModified()));
      found.sort(Comparator.comparing(Folder::isLines).thenComparing(times::get));
      found.subList(0, more).clear();
      found.sort(null);
    }
    return Math.max(0, more);
  }

  private static boolean isLines(Path file) {
    return !name(file).endsWith(".json");
  }

  private void nameNew(List<IgnoredLog> found) {
    List<IgnoredLog> before = entries.outside;
    found.stream()
        .filter(link -> !before.contains(link))
        .forEach(link -> log.info("{}: {}; it is not followed", link.file(), link.nearest()));
  }

  /**
   * What is not read: links that lead outside, as one of them all files that are too many, and the
   * directory itself where it cannot be listed.
   */
  public List<IgnoredLog> ignored() {
    FolderEntries now = entries;
    List<IgnoredLog> ignored = new ArrayList<>(now.outside);
    if (now.leftOut > 0) {
      String nearest = now.leftOut + " files more than the " + MOST_FILES + " that are read";
      ignored.add(new IgnoredLog(path, IgnoredLog.Reason.TOO_MANY, nearest, now.leftOut));
    }
    if (!problem.isEmpty()) {
      ignored.add(new IgnoredLog(path, IgnoredLog.Reason.UNREADABLE, problem, 1));
    }
    return ignored;
  }

  /** Files whose names may be a log's, by name. */
  public List<Path> files() {
    return entries.files;
  }

  /** Directories that are no checkpoints, by name. */
  List<Path> folders() {
    return entries.folders;
  }

  /** Files and directories that may be checkpoints. */
  public List<Path> checkpoints() {
    return entries.checkpoints;
  }

  /** Files that hold settings of a run rather than records. */
  public List<Path> settings() {
    return entries.settings;
  }

  /** Why it cannot be listed; empty where it can. */
  String problem() {
    return problem;
  }

  /** The directory's identity, the same however it is reached. */
  Object key() {
    return key;
  }
}
