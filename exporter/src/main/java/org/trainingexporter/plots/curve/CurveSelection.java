package org.trainingexporter.plots.curve;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What is kept of a run's records.
 *
 * @param keys of plain values; empty for the curves that every run may have
 * @param from the least position
 * @param to the largest
 */
public record CurveSelection(Set<String> keys, double from, double to) {
  /** More keys at once are not kept: each costs up to 84 kB. */
  public static final int MOST_KEYS = 16;

  public boolean isStandard() {
    return keys.isEmpty();
  }

  /** The whole range rather than a part that was zoomed into. */
  public boolean isWhole() {
    return from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
  }

  public boolean holds(double position) {
    return position >= from && position <= to;
  }

  /** What may stand under one name in a cache: the keys may become more. */
  public CurveSelection slot() {
    return new CurveSelection(isStandard() ? Set.of() : Set.of(Curve.VALUE), from, to);
  }

  public boolean covers(CurveSelection other) {
    return keys.containsAll(other.keys);
  }

  /** With the keys of another, these first, where there is room. */
  public CurveSelection with(CurveSelection other) {
    Set<String> all = new LinkedHashSet<>(keys);
    for (String key : other.keys) {
      if (all.size() < MOST_KEYS) {
        all.add(key);
      }
    }
    return new CurveSelection(all, from, to);
  }
}
