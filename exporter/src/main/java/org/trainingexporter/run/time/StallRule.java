package org.trainingexporter.run.time;

import static org.trainingexporter.event.Unknown.firstKnown;

/** How long a run may be silent before it counts as stalled, and a gap as a pause. In seconds. */
public final class StallRule {
  /** However fast the records come. */
  public static final double LEAST = 600;

  private static final double USUAL_GAPS = 10;
  private static final double LONGEST_GAPS = 2;

  private StallRule() {}

  /**
   * Ten minutes, ten usual gaps, or twice the longest gap before, whichever is longest.
   *
   * @param usualGap the median of the gaps before, or unknown
   * @param longestGap that was no pause; 0 where it does not count
   */
  public static double after(double usualGap, double longestGap) {
    double usual = firstKnown(USUAL_GAPS * usualGap, 0);
    return Math.max(LEAST, Math.max(usual, LONGEST_GAPS * longestGap));
  }
}
