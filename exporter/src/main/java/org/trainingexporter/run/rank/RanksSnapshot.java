package org.trainingexporter.run.rank;

import java.util.List;
import org.trainingexporter.event.Unknown;

/**
 * The ranks of a training.
 *
 * @param ranks by rank; none where the run logs by one rank alone
 * @param worldSize how many there are by the log, or unknown
 */
public record RanksSnapshot(List<RankSnapshot> ranks, double worldSize) {
  public static final RanksSnapshot NONE = new RanksSnapshot(List.of(), Unknown.UNKNOWN);

  /** When any of them logged last, seconds since 1970; unknown without ranks that have times. */
  public double newest() {
    return ranks.stream()
        .mapToDouble(RankSnapshot::updated)
        .filter(Unknown::isKnown)
        .max()
        .orElse(Unknown.UNKNOWN);
  }

  /** How many ranks have logged; unknown where there is but one. */
  public double count() {
    return ranks.isEmpty() ? Unknown.UNKNOWN : ranks.size();
  }
}
