package org.trainingexporter.parse.outline;

/**
 * A log from afar, to compare it with other files of its directory.
 *
 * @param firstTime seconds since 1970 of the first record with a time of its own, else NaN
 * @param namesSet whether a record or a key names a data set
 * @param tunes whether it has a learning rate or a gradient norm, as only training has
 */
public record LogOutline(
    double firstTime, boolean namesSet, boolean tunes, OutlineAxis steps, OutlineAxis epochs) {

  /** Along its steps, or its epochs where the log counts no steps. */
  public OutlineAxis positions() {
    return steps.hasPositions() ? steps : epochs;
  }

  /** Whether any record has a position. */
  public boolean hasPositions() {
    return positions().hasPositions();
  }

  /** Whether its positions lie within another log's, which counts the same. */
  public boolean liesWithin(LogOutline other) {
    return countsAs(other) && positions().liesWithin(other.positions());
  }

  /** Whether all its positions come before those of a log that goes on from it. */
  public boolean endsBefore(LogOutline next) {
    return countsAs(next)
        && hasPositions()
        && positions().most() <= next.positions().least()
        && positions().least() < next.positions().least();
  }

  private boolean countsAs(LogOutline other) {
    return steps.hasPositions() == other.steps.hasPositions();
  }
}
