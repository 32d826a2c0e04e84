package org.trainingexporter.run.goodput;

/** What is booked of a run's time so far, after each record. For the thread that applies them. */
public interface BookedTime {
  /** The seconds of that kind; 0 where times are not measured. */
  double seconds(TimeKind kind);

  /** Whether the newest gaps are not all booked: a checkpoint in one may still be found. */
  boolean isWaiting();

  /** How many gaps were booked late. */
  long settledGaps();

  /** The seconds of that kind up to the end of the gap that was booked late last. */
  double settledSeconds(TimeKind kind);
}
