package org.trainingexporter.run.host;

import static org.trainingexporter.event.Unknown.UNKNOWN;

/** Whether the process of a run lives. */
public enum ProcessState {
  /** None was ever seen. */
  UNSEEN(UNKNOWN),
  ALIVE(1),
  /** All that were seen are gone. */
  GONE(0);

  /** For the metric. */
  public final double value;

  ProcessState(double value) {
    this.value = value;
  }
}
