package org.trainingexporter.parse.source;

import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.ReadBuffer;
import org.trainingexporter.tail.ahead.AheadWork;

/**
 * A block that was read before it is due, or a line that was too long to be read.
 *
 * @param block null for such a line
 * @param isReplacement whether its file replaced one that was read
 * @param buffer that holds the block
 * @param scan what another thread finds in it
 * @param work that scans
 * @param tooLong null for a block
 */
record BlockAhead(
    Block block,
    boolean isReplacement,
    ReadBuffer buffer,
    BlockScan scan,
    AheadWork work,
    LineTooLong tooLong) {

  static BlockAhead of(Block block, boolean isReplacement, ReadBuffer buffer, BlockScan scan) {
    AheadWork work = new AheadWork(() -> scan.scan(block));
    return new BlockAhead(block, isReplacement, buffer, scan, work, null);
  }

  static BlockAhead of(LineTooLong tooLong, boolean isReplacement) {
    return new BlockAhead(null, isReplacement, null, null, null, tooLong);
  }

  /** Bytes of the block. */
  int bytes() {
    return block == null ? 0 : block.to() - block.from();
  }

  /** Nobody needs the block any more. */
  void cancel() {
    if (work != null) {
      work.cancel();
    }
  }

  /** What was found in the block; null where the scan has failed. */
  BlockScan finishedScan() {
    return work.finish() ? scan : null;
  }
}
