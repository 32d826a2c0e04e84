package org.trainingexporter.watch.find;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run's directory, and the folders that belong to it; the root is what was asked for.
 *
 * @param above the directory of a run whose training may be told here once more; null for none
 */
public record RunGroup(
    Path path, Path root, Path above, String name, List<Folder> parts, List<Folder> checkpoints) {

  /** The directory as seen from the root. */
  public String below() {
    return path.equals(root) ? "." : root.relativize(path).toString();
  }

  /** The directories that belong to the run. */
  public Stream<Path> directories() {
    return parts.stream().map(part -> part.path);
  }

  /** The same directory with the folders of both. */
  RunGroup with(RunGroup other) {
    List<Folder> allParts = new ArrayList<>(parts);
    allParts.addAll(other.parts);
    List<Folder> allCheckpoints = new ArrayList<>(checkpoints);
    allCheckpoints.addAll(other.checkpoints);
    return new RunGroup(path, root, above, name, allParts, allCheckpoints);
  }
}
