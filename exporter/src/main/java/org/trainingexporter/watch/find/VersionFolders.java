package org.trainingexporter.watch.find;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Directories such as {@code version_3}, one for each training. While there is only one, its run
 * has the name of the directory above, and keeps it when others come. One thread.
 */
final class VersionFolders {
  private final Map<Path, Path> first = new HashMap<>();

  /** Sets the directories that there are. */
  void find(List<Folder> folders) {
    Map<Path, Integer> counts = new HashMap<>();
    Set<Path> found = new HashSet<>();
    for (Folder folder : folders) {
      Path name = folder.path.getFileName();
      Path above = folder.path.getParent();
      if (name != null && above != null && FileNames.isVersion(name.toString())) {
        found.add(folder.path);
        counts.merge(above, 1, Integer::sum);
      }
    }
    for (Path version : found) {
      if (counts.get(version.getParent()) == 1) {
        first.putIfAbsent(version.getParent(), version);
      }
    }
  }

  /** Whether the directory is the first of its kind, and was alone when it was found. */
  boolean isAlone(Path directory) {
    return directory.getParent() != null && directory.equals(first.get(directory.getParent()));
  }
}
