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

  /** Adds a gap between two training records that was no pause. */
  void add(double gap) {
    gaps.add(0, gap);
    longest = Math.max(longest, gap);
  }

  /** Adds a silence that ended with a validation or a checkpoint: the next may last as long. */
  void addMarked(double silence) {
    longest = Math.max(longest, silence);
  }

  /** The usual gap; unknown before the first. */
  double usualGap() {
    return gaps.median();
  }

  /** The threshold within a gap of that length; unknown for a long one before any usual gap. */
  double within(double gap) {
    if (gap <= StallRule.LEAST) {
      return StallRule.LEAST; // no silence in it is longer, and the median is not asked for
    }
    double usual = usualGap();
    return isUnknown(usual) ? UNKNOWN : StallRule.after(usual, longest);
  }

  /**
   * The threshold within a long gap before any usual one: what follows shows what is usual.
   *
   * @param following the gap after it; where that is unknown the threshold is infinite, since
   *     records may be that far apart
   */
  double byNext(double following) {
    double usual = firstKnown(usualGap(), following);
    return isUnknown(usual) ? Double.POSITIVE_INFINITY : StallRule.after(usual, longest);
  }
}
