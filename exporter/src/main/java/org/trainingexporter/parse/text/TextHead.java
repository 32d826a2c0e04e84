package org.trainingexporter.parse.text;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;

/**
 * Whether the head of a text file is a training log's: three of its records have a position or an
 * epoch, their own or inherited, and a training's or a validation's signal.
 */
public final class TextHead {
  /** How many lines of a text are looked at. */
  static final int LINES = 5_000;

  /** How many records make a file a log. */
  public static final int LEAST_MARKS = 3;

  private boolean placed;

  /**
   * Whether the next record of the head speaks for a log; a validation without a position stands
   * where others do.
   */
  public boolean marksLog(LogRecord record) {
    placed |= record.has(Signal.Evidence.PLACE);
    boolean validates = record.has(Signal.Evidence.VALIDATION);
    boolean signal =
        validates
            || record.has(Signal.Evidence.TRAINING)
            || record.has(Signal.Evidence.REWARD)
            || !record.experts().isEmpty()
            || record.layers() != null;
    return signal && (record.has(Signal.Evidence.PLACE) || (placed && validates));
  }
}
