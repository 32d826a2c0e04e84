package org.trainingexporter.tail.inside;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.trainingexporter.tail.FileState;

/**
 * Reads the states of files below some paths only: one that a symbolic link leads out of them
 * counts as absent. The paths themselves may be links. Any thread.
 */
public final class InsideFiles implements FileState.Probe {
  private static final int MOST_KEPT = 20_000;
  private final List<Path> roots;

  /** The file that each path was when it was last found inside. */
  private final Map<Path, Object> inside = new ConcurrentHashMap<>();

  /**
   * @param roots absolute paths of directories and files
   */
  public InsideFiles(List<Path> roots) {
    this.roots = List.copyOf(roots);
  }

  @Override
  public FileState of(Path path) throws IOException {
    FileState state = FileState.of(path);
    Object identity = state.identity();
    if (identity == null || !identity.equals(inside.get(path))) {
      require(path);
      if (inside.size() >= MOST_KEPT) {
        inside.clear();
      }
      if (identity != null) {
        inside.put(path, identity);
      }
    }
    return state;
  }

  /** Whether it is inside, or does not exist. */
  @Override
  public boolean allows(Path path) {
    try {
      Path real = path.toRealPath();
      return roots.stream().anyMatch(root -> real.startsWith(real(root)));
    } catch (IOException e) {
      return true; // gone, or a link to nothing: who reads it finds out
    }
  }

  private static Path real(Path root) {
    try {
      return root.toRealPath();
    } catch (IOException e) {
      return root;
    }
  }
}
