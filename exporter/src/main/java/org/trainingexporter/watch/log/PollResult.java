package org.trainingexporter.watch.log;

/** What is left after a step of reading, which lasts some tens of milliseconds at most. */
public enum PollResult {
  /** There is more to read at once. */
  MORE,
  /** There is nothing to read until a log grows. */
  IDLE;

  /** Both results together: there is more if either says so. */
  public PollResult or(PollResult other) {
    return this == MORE ? MORE : other;
  }
}
