package org.trainingexporter.run.goodput;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;
import static org.trainingexporter.event.Unknown.isUnknown;

import org.trainingexporter.run.time.StallRule;
import org.trainingexporter.run.window.RollingWindow;

/**
 * How long a run may be silent before the silence is a pause, in seconds. A pause does not raise
 * it, but a silence that ended with a validation or a checkpoint does.
 */
final class StallThreshold {
  private final RollingWindow gaps = new RollingWindow(20);
  private double longest;
  private double following = UNKNOWN;

  /** Adds a gap between two training records that was no pause. */
  void add(double gap) {
    gaps.add(0, gap);
    longest = Math.max(longest, gap);
  }

  /** Adds a silence that ended with a validation or a checkpoint: the next may last as long. */
  void addMarked(double silence) {
    longest = Math.max(longest, silence);
  }

  /** The gap after the one that is judged next: of a first gap nothing else shows what is usual. */
  void expect(double gap) {
    following = gap;
  }

  /** The usual gap; unknown before the first. */
  double usualGap() {
    return gaps.median();
  }

  /**
   * The threshold for a silence of that length; cheap for short ones, which are below it. Infinite
   * while no other gap is known: records may be that far apart.
   */
  double of(double silence) {
    if (silence <= StallRule.LEAST) {
      return StallRule.LEAST;
    }
    double usual = firstKnown(usualGap(), following);
    return isUnknown(usual) ? Double.POSITIVE_INFINITY : StallRule.after(usual, longest);
  }
}
