package org.trainingexporter.run.validation;

import java.util.ArrayList;
import java.util.List;

/**
 * The evaluations of a run and the best of the current attempt. What a rewind or restart took back
 * is forgotten. Memory is bounded: of many evaluations the older ones are thinned.
 */
public final class ValidationHistory {
  private static final int MOST = 4_096;

  /**
   * One evaluation; what was not logged is NaN.
   *
   * @param step the position of a log that counts steps
   * @param loss where only the perplexity is logged NaN
   */
  record Validation(double position, double step, double epoch, double loss, double perplexity) {
    /** What evaluations are ordered by: the loss, or the one that the perplexity stands for. */
    double score() {
      return Double.isNaN(loss) ? Math.log(perplexity) : loss;
    }
  }

  private final List<Validation> all = new ArrayList<>();

  /** Each the best at its time, so that a rewind finds the best before it. */
  private final List<Validation> records = new ArrayList<>();

  private final List<Validation> sinceTraining = new ArrayList<>();
  private Validation newest;

  /** How many of {@link #all} are of attempts before the current one. */
  private int past;

  /** Adds one; true when it is the best of the attempt. */
  boolean add(Validation v) {
    newest = v;
    sinceTraining.add(v);
    if (thin(all)) {
      past = (past + 1) / 2;
    }
    all.add(v);
    if (records.isEmpty() || v.score() < best().score()) {
      thin(records);
      records.add(v);
      return true;
    }
    return false;
  }

  /** Halves a list that is full; the oldest stays. */
  private static boolean thin(List<Validation> list) {
    if (list.size() < MOST) {
      return false;
    }
    List<Validation> kept = new ArrayList<>();
    for (int i = 0; i < list.size(); i += 2) {
      kept.add(list.get(i));
    }
    list.clear();
    list.addAll(kept);
    return true;
  }

  /** A training record came: evaluations before it belong to its past. */
  void trained() {
    if (!sinceTraining.isEmpty()) {
      sinceTraining.clear();
    }
  }

  public void rewind(double to) {
    past = (int) all.stream().limit(past).filter(v -> !(v.position() > to)).count();
    all.removeIf(v -> v.position() > to);
    records.removeIf(v -> v.position() > to);
  }

  /** A new attempt begins at that position; evaluations just before it may be its own. */
  void restart(double at) {
    List<Validation> own = sinceTraining.stream().filter(v -> v.position() <= at).toList();
    all.removeIf(v -> v.position() > at);
    all.removeAll(own);
    records.clear();
    newest = null;
    past = all.size();
    own.forEach(this::add);
  }

  /** The signal is read by another alias from now on. */
  void clear() {
    all.clear();
    records.clear();
    sinceTraining.clear();
    newest = null;
    past = 0;
  }

  /** Whether it belongs to the current attempt. */
  boolean isCurrent(Validation v) {
    return all.lastIndexOf(v) >= past;
  }

  /** Null while there is none. */
  public Validation newest() {
    return newest;
  }

  /** The best of the current attempt; null while there is none. */
  Validation best() {
    return records.isEmpty() ? null : records.get(records.size() - 1);
  }

  /** Where the last evaluation up to the end of that epoch stands; NaN when there is none. */
  double position(double epoch) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).epoch() <= epoch) {
        return all.get(i).position();
      }
    }
    return Double.NaN;
  }

  /** The newest with a position above the one and at most the other; null when there is none. */
  Validation between(double above, double atMost) {
    for (int i = all.size() - 1; i >= 0; i--) {
      double position = all.get(i).position();
      if (position <= atMost && !(position <= above)) {
        return all.get(i);
      }
    }
    return null;
  }
}
