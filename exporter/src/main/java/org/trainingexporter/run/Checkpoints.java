package org.trainingexporter.run;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.trainingexporter.run.Validations.Validation;

/** The checkpoints beside a run's logs, each with the evaluation that speaks of it. */
final class Checkpoints {
  private static final int SHOWN = 20;
  private static final Comparator<Checkpoint> BY_PLACE =
      Comparator.comparingDouble(Checkpoints::place).thenComparingDouble(Checkpoint::saved);

  private final Map<String, Checkpoint> present = new LinkedHashMap<>();
  private final Set<String> counted = new HashSet<>();
  private long total;

  /** What a run that knows only epochs is placed by. */
  private static double place(Checkpoint c) {
    return Double.isNaN(c.step()) ? c.epoch() : c.step();
  }

  /** Takes one that is there; true when it was not known yet. */
  boolean add(Checkpoint checkpoint) {
    present.put(checkpoint.name(), checkpoint);
    if (counted.add(checkpoint.name())) {
      total++;
      return true;
    }
    return false;
  }

  /** Keeps those that are still there. */
  void retain(Set<String> names) {
    present.keySet().retainAll(names);
  }

  long total() {
    return total;
  }

  /** The newest 20 and the best, by their place in the run. */
  List<RunSnapshot.Checkpoint> snapshot(Validations validations) {
    List<Checkpoint> all = new ArrayList<>(present.values());
    all.sort(BY_PLACE);
    List<Validation> joined = new ArrayList<>();
    Checkpoint best = null;
    double bestScore = Double.POSITIVE_INFINITY;
    double before = Double.NaN;
    for (Checkpoint c : all) {
      Validation v = validations.between(before, place(c));
      joined.add(v);
      if (v != null && v.score() <= bestScore && validations.isCurrent(v)) {
        best = c;
        bestScore = v.score();
      }
      before = Double.isNaN(place(c)) ? before : place(c);
    }
    List<RunSnapshot.Checkpoint> shown = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      Checkpoint c = all.get(i);
      if (i >= all.size() - SHOWN || Objects.equals(c, best)) {
        shown.add(RunSnapshot.Checkpoint.of(c, joined.get(i), c.equals(best)));
      }
    }
    return shown;
  }
}
