package org.trainingexporter.run.goodput;

import static org.trainingexporter.event.Unknown.UNKNOWN;

import org.trainingexporter.run.window.RollingWindow;

/** How many seconds a step usually takes: the median of gaps that hold nothing but steps. */
final class StepDuration {
  private static final int KEPT = 50;
  private static final int FEWEST = 3;

  /** The median is not sorted anew for each record of a million. */
  private static final int REFRESH = KEPT;

  private final RollingWindow durations = new RollingWindow(KEPT);
  private double usual = UNKNOWN;
  private int added;

  void add(double seconds, double steps) {
    durations.add(0, seconds / steps);
    if (durations.size() < KEPT || ++added == REFRESH) {
      added = 0;
      usual = durations.size() < FEWEST ? UNKNOWN : durations.median();
    }
  }

  /** Unknown before the third gap. */
  double usual() {
    return usual;
  }
}
