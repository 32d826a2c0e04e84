package org.trainingexporter.plots;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is kept of a run's records.
 *
 * @param keys of plain values; empty for the curves that every run may have
 * @param from the least position
 * @param to the largest
 */
record Selection(Set<String> keys, double from, double to) {
  /** More keys at once are not kept: each costs up to 84 kB. */
  static final int MOST_KEYS = 16;

  boolean isStandard() {
    return keys.isEmpty();
  }

  /** The whole range rather than a part that was zoomed into. */
  boolean isWhole() {
    return from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
  }

  boolean holds(double position) {
    return position >= from && position <= to;
  }

  /** What may stand under one name in a cache: the keys may become more. */
  Selection slot() {
    return new Selection(isStandard() ? Set.of() : Set.of(Curve.VALUE), from, to);
  }

  boolean covers(Selection other) {
    return keys.containsAll(other.keys);
  }

  /** With the keys of another, these first, where there is room. */
  Selection with(Selection other) {
    Set<String> all = new LinkedHashSet<>(keys);
    for (String key : other.keys) {
      if (all.size() < MOST_KEYS) {
        all.add(key);
      }
    }
    return new Selection(all, from, to);
  }
}
