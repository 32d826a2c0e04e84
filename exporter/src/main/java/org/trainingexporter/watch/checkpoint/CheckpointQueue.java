package org.trainingexporter.watch.checkpoint;

import java.util.ArrayDeque;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.trainingexporter.run.validation.Checkpoint;

/** Checkpoints that wait to be applied among the records, in the order they were saved. */
public final class CheckpointQueue {
  private List<Checkpoint> found = List.of();
  private final Deque<Checkpoint> waiting = new ArrayDeque<>();

  /** Sets what is there now; true when that differs from the last time. */
  public boolean update(List<Checkpoint> now) {
    List<Checkpoint> sorted =
        now.stream()
            .sorted(Comparator.comparingDouble(Checkpoint::saved).thenComparing(Checkpoint::name))
            .toList();
    if (sorted.equals(found)) {
      return false;
    }
    Set<Checkpoint> known = Set.copyOf(found);
    waiting.retainAll(sorted);
    sorted.stream().filter(c -> !known.contains(c)).forEach(waiting::add);
    found = sorted;
    return true;
  }

  /** Passes on those saved before a record; false where one was not accepted and waits. */
  public boolean due(double time, double position, Predicate<Checkpoint> to) {
    while (!waiting.isEmpty() && isDue(waiting.peek(), time, position)) {
      if (!to.test(waiting.peek())) {
        return false;
      }
      waiting.remove();
    }
    return true;
  }

  private static boolean isDue(Checkpoint c, double time, double position) {
    return Double.isNaN(time) ? c.step() <= position : c.saved() <= time;
  }

  /** Passes on all that are left, up to one that is not accepted. */
  public void rest(Predicate<Checkpoint> to) {
    while (!waiting.isEmpty() && to.test(waiting.peek())) {
      waiting.remove();
    }
  }

  /** Those that are there now, in the order they were saved. */
  public List<Checkpoint> all() {
    return found;
  }

  public Set<String> names() {
    return found.stream().map(Checkpoint::name).collect(Collectors.toSet());
  }
}
