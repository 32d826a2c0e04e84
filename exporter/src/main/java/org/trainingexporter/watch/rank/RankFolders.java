package org.trainingexporter.watch.rank;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Directories such as {@code rank_3}, one for each process of a training: they are parts of the run
 * above. That of rank 0 is so before the others come, since no matrix has the rank 0. One thread.
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
    Optional<Integer> rank = RankName.rankOf(directory);
    return siblings != null && rank.isPresent() && (rank.get() == 0 || siblings.areOfProcesses());
  }
}
