package org.trainingexporter.parse.text.value;

/** What was written behind a number. */
public enum Suffix {
  NONE,
  /** A length of time. */
  DURATION,
  /** Seconds, or a part of them, a step. */
  SECONDS_A_STEP,
  STEPS_A_SECOND,
  /** There is no number but a word for none. */
  MISSING
}
