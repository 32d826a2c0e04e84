package org.trainingexporter.run.position;

/** What a record did to the position of the training. */
public enum Move {
  /** Nothing: it does not train, or its position is unknown. */
  NONE,
  /** It is the first training record with a position. */
  START,
  /** The position rose, or stayed. */
  FORWARD,
  /** A new attempt began. */
  RESTART,
  /** The attempt went back to an earlier position. */
  REWIND
}
