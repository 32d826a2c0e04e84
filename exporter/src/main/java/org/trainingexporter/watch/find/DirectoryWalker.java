package org.trainingexporter.watch.find;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.tail.FileState;

/**
 * The directories below one that is watched. Symbolic links are followed, each directory is entered
 * once: links come last, so that a directory has its own path where it has one, and loops end.
 */
final class DirectoryWalker {
  private final Path root;
  private final FileState.Probe probe;
  private final Map<Path, Folder> folders = new HashMap<>();

  /**
   * @param probe says which directories may be read
   */
  DirectoryWalker(Path root, FileState.Probe probe) {
    this.root = root;
    this.probe = probe;
  }

  /** Every directory there is now, a part of another right behind it or later. */
  List<Folder> walk(long nanos) {
    List<Folder> found = new ArrayList<>();
    Set<Object> entered = new HashSet<>();
    Deque<Path> own = new ArrayDeque<>(List.of(root));
    Deque<Path> linked = new ArrayDeque<>();
    while (!own.isEmpty() || !linked.isEmpty()) {
      Path path = own.isEmpty() ? linked.poll() : own.poll();
      Folder folder = folders.computeIfAbsent(path, p -> new Folder(p, Set.of(), probe));
      if (!folder.refresh(nanos) || !entered.add(folder.key())) {
        continue;
      }
      found.add(folder);
      for (Path below : folder.folders()) {
        (Files.isSymbolicLink(below) ? linked : own).add(below);
      }
    }
    folders.values().retainAll(new HashSet<>(found));
    return found;
  }
}
