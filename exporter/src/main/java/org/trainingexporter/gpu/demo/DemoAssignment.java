package org.trainingexporter.gpu.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.trainingexporter.gpu.join.WatchedRun;

/**
 * Deals the demo's cards to the runs that train or would if they did not stall, the oldest first,
 * up to four to each.
 */
final class DemoAssignment {
  static final int CARDS = 8;
  private static final int HAND = 4;
  private static final Set<String> PLAYING = Set.of("training", "warmup", "not_finite", "stalled");

  private DemoAssignment() {}

  /** The run of each card. */
  static List<Optional<WatchedRun>> of(List<WatchedRun> runs) {
    List<Optional<WatchedRun>> deal = new ArrayList<>();
    runs.stream()
        .filter(run -> PLAYING.contains(run.state()))
        .sorted(
            Comparator.comparingDouble(WatchedRun::startSeconds).thenComparing(WatchedRun::name))
        .forEach(
            run -> {
              for (int i = 0; i < HAND && deal.size() < CARDS; i++) {
                deal.add(Optional.of(run));
              }
            });
    while (deal.size() < CARDS) {
      deal.add(Optional.empty());
    }
    return deal;
  }
}
