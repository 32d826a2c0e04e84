package org.trainingexporter.parse.open;

/**
 * What the head of a file shows.
 *
 * @param isLog whether one of its first records makes it a training log
 * @param trains whether one of them is a training record
 * @param firstTime of its first record with a time of its own, NaN where none has one
 * @param isSettled whether all that counts was there: more lines could not change the answer
 * @param zoneless whether such a time is a text that leaves its zone open
 */
public record LogProfile(
    LogFormat format,
    boolean isLog,
    boolean isSettled,
    boolean trains,
    double firstTime,
    boolean zoneless) {

  /** How a file's bytes hold its records. */
  public enum LogFormat {
    JSON_LINES,
    CSV,
    TEXT,
    DOCUMENT
  }
}
