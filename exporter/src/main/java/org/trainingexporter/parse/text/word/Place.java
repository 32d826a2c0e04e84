package org.trainingexporter.parse.text.word;

/** Whether a name is a position. */
public enum Place {
  NONE,
  EPOCH,
  COUNTER
}
