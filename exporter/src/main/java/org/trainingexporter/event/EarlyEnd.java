package org.trainingexporter.event;

import java.util.Locale;

/** How a training is over before its plan, by its log's own word. */
public enum EarlyEnd {
  ABORTED,
  CANCELLED,
  CRASHED,
  FAILED,
  INTERRUPTED,
  KILLED,
  PREEMPTED,
  STOPPED;

  /** As the API names it, and as logs do. */
  public final String label = name().toLowerCase(Locale.ROOT);

  /** Null where the word is none of an early end. */
  public static EarlyEnd of(String word) {
    if (word.equals("canceled")) {
      return CANCELLED;
    }
    for (EarlyEnd end : values()) {
      if (end.label.equals(word)) {
        return end;
      }
    }
    return null;
  }
}
