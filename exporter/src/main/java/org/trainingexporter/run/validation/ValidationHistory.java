package org.trainingexporter.run.validation;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import java.util.ArrayList;
import java.util.List;

/**
 * The validations of a run, in their order, and the best of the current attempt. A rewind or
 * restart drops those that it takes back. Memory is bounded: a list that is full loses every other
 * one.
 */
public final class ValidationHistory {
  private static final int MOST = 4_096;

  private final List<Validation> all = new ArrayList<>();

  /** Each was the best when it came, so that a rewind finds the best before it. */
  private final List<Validation> bests = new ArrayList<>();

  private final List<Validation> sinceTraining = new ArrayList<>();
  private Validation newest;

  /** How many of {@link #all} are of attempts before the current one. */
  private int past;

  /**
   * Adds the newest.
   *
   * @return whether it is the best of the attempt
   */
  boolean add(Validation v) {
    newest = v;
    sinceTraining.add(v);
    if (thin(all)) {
      past = (past + 1) / 2;
    }
    all.add(v);
    if (bests.isEmpty() || v.score() < best().score()) {
      thin(bests);
      bests.add(v);
      return true;
    }
    return false;
  }

  /** Drops every other one of a list that is full; the oldest stays. */
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

  /** A training record came: no attempt that begins later owns the validations before it. */
  void trained() {
    if (!sinceTraining.isEmpty()) {
      sinceTraining.clear();
    }
  }

  /** Drops what is above that position. */
  void rewind(double to) {
    past = (int) all.stream().limit(past).filter(v -> !(v.position() > to)).count();
    all.removeIf(v -> v.position() > to);
    bests.removeIf(v -> v.position() > to);
  }

  /** A new attempt begins at that position; validations just before it may be its own. */
  void restart(double at) {
    List<Validation> own = sinceTraining.stream().filter(v -> v.position() <= at).toList();
    all.removeIf(v -> v.position() > at);
    all.removeAll(own);
    bests.clear();
    newest = null;
    past = all.size();
    own.forEach(this::add);
  }

  /** Drops all. */
  void clear() {
    all.clear();
    bests.clear();
    sinceTraining.clear();
    newest = null;
    past = 0;
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** Whether it belongs to the current attempt. */
  boolean isCurrent(Validation v) {
    return all.lastIndexOf(v) >= past;
  }

  /** Null while the attempt has none. */
  Validation newest() {
    return newest;
  }

  /** The best of the current attempt; null while it has none. */
  Validation best() {
    return bests.isEmpty() ? null : bests.get(bests.size() - 1);
  }

  /** The position of the last validation up to the end of that epoch, or unknown. */
  double position(double epoch) {
    for (int i = all.size() - 1; i >= 0; i--) {
      if (all.get(i).epoch() <= epoch) {
        return all.get(i).position();
      }
    }
    return UNKNOWN;
  }

  /** The newest with a position above the one and at most the other, or null. */
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
