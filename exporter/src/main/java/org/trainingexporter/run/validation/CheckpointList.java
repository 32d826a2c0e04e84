package org.trainingexporter.run.validation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.trainingexporter.run.validation.ValidationHistory.Validation;

/** The checkpoints beside a run's logs, each with the evaluation that speaks of it. */
public final class CheckpointList {
  private static final int SHOWN = 20;

  /** Copies may all have one time. */
  private static final Comparator<Placed> NEWEST_FIRST =
      Comparator.comparingDouble(Placed::saved).thenComparingDouble(Placed::place).reversed();

  private final Map<String, Checkpoint> present = new LinkedHashMap<>();
  private final Set<String> counted = new HashSet<>();
  private long total;

  /** Takes one that is there; true when it was not known yet. */
  public boolean add(Checkpoint checkpoint) {
    present.put(checkpoint.name(), checkpoint);
    if (counted.add(checkpoint.name())) {
      total++;
      return true;
    }
    return false;
  }

  /** Keeps those that are still there. */
  public void retain(Set<String> names) {
    present.keySet().retainAll(names);
  }

  public long total() {
    return total;
  }

  /** The newest 20 and the best, by their place in the run. */
  public List<EvaluatedCheckpoint> snapshot(ValidationHistory validations) {
    List<Placed> all = new ArrayList<>();
    present.values().forEach(c -> all.add(new Placed(c, place(c, validations))));
    all.sort(Comparator.comparingDouble(Placed::place).thenComparingDouble(Placed::saved));
    List<Validation> joined = new ArrayList<>();
    Checkpoint best = null;
    double bestScore = Double.POSITIVE_INFINITY;
    double before = Double.NaN;
    for (Placed p : all) {
      Validation v = validations.between(before, p.place);
      joined.add(v);
      if (v != null && v.score() <= bestScore && validations.isCurrent(v)) {
        best = p.its;
        bestScore = v.score();
      }
      before = Double.isNaN(p.place) ? before : p.place;
    }
    Set<Placed> newest = all.stream().sorted(NEWEST_FIRST).limit(SHOWN).collect(Collectors.toSet());
    List<EvaluatedCheckpoint> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Checkpoint c = all.get(i).its;
      if (newest.contains(all.get(i)) || c.equals(best)) {
        shown.add(EvaluatedCheckpoint.of(c, joined.get(i), c.equals(best)));
      }
    }
    return shown;
  }

  /** A name that tells the epoch alone stands where the evaluation after that epoch does. */
  private static double place(Checkpoint c, ValidationHistory validations) {
    return Double.isNaN(c.step()) ? validations.position(c.epoch()) : c.step();
  }

  private record Placed(Checkpoint its, double place) {
    double saved() {
      return its.saved();
    }
  }
}
