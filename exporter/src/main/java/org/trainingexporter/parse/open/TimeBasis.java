package org.trainingexporter.parse.open;

/** Where the times of a log's records come from, as far as its head shows. */
public enum TimeBasis {
  /** Records carry times with a zone, or as numbers. */
  ZONED,
  /** Some are texts without a zone: only the whole log shows whether the run's zone is right. */
  LOCAL,
  /** No record carries one: they are counted back from the file's modification time. */
  FILE;

  /** Whether the log must be read to its end before its records can be given their times. */
  public boolean needsScan() {
    return this != ZONED;
  }
}
