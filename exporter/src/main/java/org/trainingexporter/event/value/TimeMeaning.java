package org.trainingexporter.event.value;

/** What the values under a key about time say that it means. */
public enum TimeMeaning {
  /** Too few values so far. */
  UNDECIDED("value: too few to say which time"),
  /** The time of the record, since 1970. */
  TIME("values: a time between 2000 and tomorrow"),
  /** The time of day of the record. */
  CLOCK("values: a time of day"),
  /** Since the start of the training. */
  ELAPSED("values: rising, so since the start"),
  /** Since the start of the epoch. */
  SINCE_EPOCH("value: falling where an epoch begins, so since the epoch's start"),
  /** Of a step. */
  STEP_DURATION("values: the duration of a step"),
  /** Of an epoch. */
  EPOCH_DURATION("values: the duration of an epoch");

  /** What decided, for people. */
  public final String rule;

  TimeMeaning(String rule) {
    this.rule = rule;
  }
}
