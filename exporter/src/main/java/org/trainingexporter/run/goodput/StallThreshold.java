package org.trainingexporter.run.goodput;

import static org.trainingexporter.event.Unknown.firstKnown;

import org.trainingexporter.run.window.RollingWindow;

/**
 * How long a run may be silent before the silence is a pause, in seconds: ten minutes, ten usual
 * gaps, or twice the longest gap before that was no pause, whichever is longest.
 */
final class StallThreshold {
  static final double LEAST = 600;

  private final RollingWindow gaps = new RollingWindow(20);
  private double longest;

  /** Adds a gap between two training records that was no pause. */
  void add(double gap) {
    gaps.add(0, gap);
    longest = Math.max(longest, gap);
  }

  /** The usual gap; unknown before the first. */
  double usualGap() {
    return gaps.median();
  }

  /** The threshold for a silence of that length; cheap for short ones, which are below it. */
  double of(double silence) {
    return silence <= LEAST
        ? LEAST
        : Math.max(LEAST, Math.max(firstKnown(10 * usualGap(), 0), 2 * longest));
  }
}
