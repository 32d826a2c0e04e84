package org.trainingexporter.run.rank;

/**
 * One process of a training.
 *
 * @param rank its number among all, from 0
 * @param localRank its number among those of its machine, or empty
 * @param node the number or name of its machine, or empty
 */
public record RankPlace(int rank, String localRank, String node) {
  /** The same with what the other knows and this does not. */
  public RankPlace with(RankPlace other) {
    return new RankPlace(
        rank,
        localRank.isEmpty() ? other.localRank : localRank,
        node.isEmpty() ? other.node : node);
  }
}
