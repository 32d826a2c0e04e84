package org.trainingexporter.parse.source;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.tail.Block;

/** Turns blocks of whole lines into records, pulled one at a time. One thread. */
public interface LineFormat {
  /** The file begins anew: lines count from 1. */
  void begin();

  /** Takes the next block; the one before has been read to its end. */
  void accept(Block block);

  /** Fills in the next record of the block; false when the block has no more. */
  boolean next(LogRecord record);

  /** Whether the block's bytes, a last line that has no line end, can stand as they are. */
  boolean isWhole(Block block);

  /**
   * Whether such a last line can stand after so long a silence.
   *
   * @param silence seconds since the file was written last
   */
  default boolean isWhole(Block block, double silence) {
    return isWhole(block);
  }

  /** Counts a line that was never handed over. */
  void skipLine();

  /** The number of the line that comes next, from 1. */
  long line();
}
