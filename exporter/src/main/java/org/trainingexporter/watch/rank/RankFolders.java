package org.trainingexporter.watch.rank;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Directories such as {@code rank_3}, one for each process of a training: they are parts of the run
 * above. One thread.
 */
public final class RankFolders {
  private final Map<Path, RankNumbers> byParent = new HashMap<>();

  /** Sets the directories that there are. */
  public void find(Collection<Path> directories) {
    for (Path directory : directories) {
      RankName.rankOf(directory)
          .ifPresent(
              rank ->
                  byParent
                      .computeIfAbsent(directory.getParent(), p -> new RankNumbers())
                      .add(rank));
    }
  }

  /** Whether the directory is of one process of the training whose run is above it. */
  public boolean isPart(Path directory) {
    RankNumbers siblings = byParent.get(directory.getParent());
    return siblings != null && siblings.areOfProcesses() && RankName.rankOf(directory).isPresent();
  }
}
