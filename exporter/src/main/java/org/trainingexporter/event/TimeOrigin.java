package org.trainingexporter.event;

/** Where a record has its time from, the best first. */
public enum TimeOrigin {
  LOGGED("logged", "its own"),
  ELAPSED("elapsed", "counted back from the file's time by the elapsed time"),
  SPEED("elapsed", "counted back from the file's time by the speed"),
  /** The log says nothing of time. */
  GUESSED("guessed", "guessed, evenly from when the file was made to its last change"),
  /** The record was read at once when it was written. */
  ARRIVAL("arrival", "known of the newest record only, the file's time");

  /** For programs: the label {@code times}. */
  public final String label;

  /** For people, of a log that is read at once. */
  public final String words;

  TimeOrigin(String label, String words) {
    this.label = label;
    this.words = words;
  }

  /** The better of the two; null is the worst. */
  public static TimeOrigin best(TimeOrigin one, TimeOrigin other) {
    boolean first = other == null || (one != null && one.compareTo(other) <= 0);
    return first ? one : other;
  }
}
