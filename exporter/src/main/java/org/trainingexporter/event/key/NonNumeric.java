package org.trainingexporter.event.key;

/** What stood under a key where it was no number. */
public enum NonNumeric {
  TEXT("text"),
  /** The text names the set that its record is of. */
  SET("the name of a set"),
  LIST("a list"),
  TRUTH("true or false"),
  OBJECT("an object"),
  /** It stood outside the records, where only the plan is read. */
  HEAD("outside of the records");

  /** In words, for messages. */
  public final String words;

  NonNumeric(String words) {
    this.words = words;
  }
}
