package org.trainingexporter.event;

/** What stood under a key where it was no number. */
public enum Shape {
  TEXT("text"),
  LIST("a list"),
  TRUTH("true or false"),
  OBJECT("an object"),
  /** It stood outside the records, where only the plan is read. */
  HEAD("outside of the records");

  /** In words, for messages. */
  public final String words;

  Shape(String words) {
    this.words = words;
  }
}
