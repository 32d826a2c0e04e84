package org.trainingexporter.parse.source;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.tail.Block;

/** Turns blocks of whole lines into records, pulled one at a time. One thread. */
public interface LineParser {
  /** The file begins anew: lines count from 1. */
  void begin();

  /** Accepts the next block; the one before has been read to its end. */
  void accept(Block block);

  /** Fills in the next record of the block; false when the block has no more. */
  boolean next(LogRecord record);

  /**
   * Whether an unended last line can be read as it stands. Asked between blocks only, and changes
   * nothing: the same bytes come again with more behind them, or as a block to accept.
   */
  boolean isWhole(Block lastLine);

  /**
   * The same after so long a silence.
   *
   * @param silence seconds since the file was written last
   */
  default boolean isWhole(Block lastLine, double silence) {
    return isWhole(lastLine);
  }

  /** Counts a line that was too long to be handed over. */
  void skipLine();

  /** The number of the next line, from 1. */
  long line();
}
