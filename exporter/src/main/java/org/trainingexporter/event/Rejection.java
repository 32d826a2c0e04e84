package org.trainingexporter.event;

import java.util.Locale;

/** Why a line, or one value of a line that is otherwise read, was rejected. */
public enum Rejection {
  NOT_JSON(true),
  NOT_OBJECT(true),
  TOO_LONG(true),
  BAD_FRAME(true),
  NOT_UTF8(true),
  NOT_A_NUMBER(false),
  OUT_OF_RANGE(false),
  WRONG_SHAPE(false);

  /** Whether the whole line is lost; else only one value of it. */
  public final boolean ofLine;

  /** The value of the label {@code reason}. */
  public final String label = name().toLowerCase(Locale.ROOT);

  Rejection(boolean ofLine) {
    this.ofLine = ofLine;
  }
}
