package org.trainingexporter.parse.text.word;

/** The part of the data that a line or a part of it speaks of. */
public enum DataSet {
  NONE,
  TRAINING,
  VALIDATION
}
