package org.trainingexporter.parse.source;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.tail.Block;

/** Turns blocks of whole lines into records, pulled one at a time. One thread. */
public interface LineParser {
  /** The file begins anew: lines count from 1. */
  void begin();

  /** Accepts the next block; the one before has been read to its end. */
  void accept(Block block);

  /**
   * Something that another thread can do for a block before it is accepted. It knows what the
   * parser knows now, and may be left out: only speed would change.
   *
   * @return null where there is nothing
   */
  default BlockScan scanAhead() {
    return null;
  }

  /**
   * Accepts the next block.
   *
   * @param scan of this block, which has ended; null where none was made
   */
  default void accept(Block block, BlockScan scan) {
    accept(block);
  }

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
