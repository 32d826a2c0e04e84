package org.trainingexporter.watch.log;

import java.util.Locale;

/** Measures how long a run's first pass takes: all that its logs hold when it is found. */
public final class FirstPass {
  private boolean done;
  private long records;
  private long startedNanos;
  private double seconds;

  /** A poll begins; the first starts the measurement. */
  public void start() {
    if (!done && startedNanos == 0) {
      startedNanos = System.nanoTime();
    }
  }

  /** A record was read. */
  public void countRecord() {
    records += done ? 0 : 1;
  }

  /** All was read; the first call ends the pass. */
  public void end() {
    if (!done) {
      done = true;
      seconds = (System.nanoTime() - startedNanos) / 1e9;
    }
  }

  /** Whether a record was read. */
  public boolean hasRecords() {
    return records > 0;
  }

  /** Whether all that was there has been read. */
  public boolean isDone() {
    return done;
  }

  /** What was read and how long it took, once it is done. */
  public String summary(String run, long bytes) {
    return "first pass of %s: %d records, %d bytes in %s s"
        .formatted(run, records, bytes, String.format(Locale.ROOT, "%.3f", seconds));
  }
}
