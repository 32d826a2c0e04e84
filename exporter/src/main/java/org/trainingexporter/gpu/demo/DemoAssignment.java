package org.trainingexporter.gpu.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.process.WatchedRun;

/**
 * Assigns the demo's cards to the runs that train or have stalled: the oldest run first, up to four
 * cards each.
 */
final class DemoAssignment {
  static final int CARDS = 8;
  private static final int CARDS_PER_RUN = 4;
  private static final Set<String> STATES = Set.of("training", "warmup", "not_finite", "stalled");

  private DemoAssignment() {}

  /** The run of each card, by index; empty for a card without a run. */
  static List<Optional<WatchedRun>> of(List<WatchedRun> runs) {
    List<Optional<WatchedRun>> assigned = new ArrayList<>();
    runs.stream()
        .filter(run -> STATES.contains(run.state()))
        .sorted(
            Comparator.comparingDouble(WatchedRun::startSeconds).thenComparing(WatchedRun::name))
        .forEach(
            run -> {
              for (int i = 0; i < CARDS_PER_RUN && assigned.size() < CARDS; i++) {
                assigned.add(Optional.of(run));
              }
            });
    while (assigned.size() < CARDS) {
      assigned.add(Optional.empty());
    }
    return assigned;
  }
}
