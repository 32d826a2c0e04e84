package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isKnown;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The checkpoints beside a run's logs, each with the validation, or else the reward, that rates it.
 */
public final class CheckpointList {
  private static final int SHOWN = 20;

  /** By time, then by position: copied files may all have one time. */
  private static final Comparator<Positioned> NEWEST_FIRST =
      Comparator.comparingDouble(Positioned::saved)
          .thenComparingDouble(Positioned::position)
          .reversed();

  private final Map<String, Checkpoint> present = new LinkedHashMap<>();
  private final Set<String> counted = new HashSet<>();
  private long total;

  /**
   * Adds one that exists, or updates it.
   *
   * @return whether it was not known yet
   */
  public boolean add(Checkpoint checkpoint) {
    present.put(checkpoint.name(), checkpoint);
    if (counted.add(checkpoint.name())) {
      total++;
      return true;
    }
    return false;
  }

  /** Keeps those that still exist. */
  public void retain(Set<String> names) {
    present.keySet().retainAll(names);
  }

  /** How many were ever there. */
  public long total() {
    return total;
  }

  /**
   * The newest 20 and the best, in the order of their positions. Rewards rate them where the run
   * has no validation loss.
   */
  public List<EvaluatedCheckpoint> snapshot(ValidationHistory validations, RewardHistory rewards) {
    return snapshot(validations.isEmpty() ? rewards.history() : validations);
  }

  private List<EvaluatedCheckpoint> snapshot(ValidationHistory validations) {
    List<Positioned> all = new ArrayList<>();
    present.values().forEach(c -> all.add(new Positioned(c, position(c, validations))));
    all.sort(
        Comparator.comparingDouble(Positioned::position).thenComparingDouble(Positioned::saved));
    List<Validation> joined = new ArrayList<>();
    Checkpoint best = null;
    double bestScore = Double.POSITIVE_INFINITY;
    double before = UNKNOWN;
    for (Positioned p : all) {
      Validation v = validations.between(before, p.position);
      joined.add(v);
      if (v != null && v.score() <= bestScore && validations.isCurrent(v)) {
        best = p.checkpoint;
        bestScore = v.score();
      }
      before = firstKnown(p.position, before);
    }
    Set<Positioned> newest =
        all.stream().sorted(NEWEST_FIRST).limit(SHOWN).collect(Collectors.toSet());
    List<EvaluatedCheckpoint> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Checkpoint c = all.get(i).checkpoint;
      if (newest.contains(all.get(i)) || c.equals(best)) {
        shown.add(EvaluatedCheckpoint.of(c, joined.get(i), c.equals(best)));
      }
    }
    return shown;
  }

  /** A checkpoint whose name has the epoch alone is where the validation after that epoch is. */
  private static double position(Checkpoint c, ValidationHistory validations) {
    return isKnown(c.step()) ? c.step() : validations.position(c.epoch());
  }

  private record Positioned(Checkpoint checkpoint, double position) {
    double saved() {
      return checkpoint.saved();
    }
  }
}
