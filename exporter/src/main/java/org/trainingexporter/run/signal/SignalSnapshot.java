package org.trainingexporter.run.signal;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.isKnown;

/** The newest value of a signal and the mean of its newest values; each may be unknown. */
public record SignalSnapshot(double newest, double mean) {
  static final SignalSnapshot NONE = new SignalSnapshot(UNKNOWN, UNKNOWN);

  boolean isKnownAtAll() {
    return isKnown(newest) || isKnown(mean);
  }
}
