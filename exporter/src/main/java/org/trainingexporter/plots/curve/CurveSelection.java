package org.trainingexporter.plots.curve;

import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Which curves are recorded of a run.
 *
 * @param keys keys of other values; empty for the curves in {@link Curve}
 * @param from the lowest position
 * @param to the highest position
 */
public record CurveSelection(Set<String> keys, double from, double to) {
  /** The limit of keys; each takes up to 120 kB. */
  public static final int MOST_KEYS = 16;

  /** Whether it is of the curves in {@link Curve}, not of other values. */
  public boolean isStandard() {
    return keys.isEmpty();
  }

  /** Whether it covers the whole run, not a part. */
  public boolean isWhole() {
    return from == Double.NEGATIVE_INFINITY && to == Double.POSITIVE_INFINITY;
  }

  /** Whether the position is in range. */
  public boolean holds(double position) {
    return position >= from && position <= to;
  }

  /** Equal for selections that share one cached reading: keys are added to it. */
  public CurveSelection cacheKey() {
    return new CurveSelection(isStandard() ? Set.of() : Set.of(Curve.VALUE), from, to);
  }

  /** Whether it has all keys of the other. */
  public boolean covers(CurveSelection other) {
    return keys.containsAll(other.keys);
  }

  /** Adds the keys of another selection, up to the limit. */
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
