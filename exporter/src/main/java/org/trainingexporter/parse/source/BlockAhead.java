package org.trainingexporter.parse.source;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.ReadBuffer;

/**
 * A block that was read before it is due, or a line that was too long to be read.
 *
 * @param block null for such a line
 * @param isReplacement whether its file replaced one that was read
 * @param buffer that holds the block
 * @param scan what another thread finds in it; null for none
 * @param task that scans
 * @param tooLong null for a block
 */
record BlockAhead(
    Block block,
    boolean isReplacement,
    ReadBuffer buffer,
    BlockScan scan,
    FutureTask<Void> task,
    LineTooLong tooLong) {

  static BlockAhead of(Block block, boolean isReplacement, ReadBuffer buffer, BlockScan scan) {
    FutureTask<Void> task = new FutureTask<>(() -> scan.scan(block), null);
    return new BlockAhead(block, isReplacement, buffer, scan, task, null);
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
    if (task != null) {
      task.cancel(false);
    }
  }

  /**
   * Waits for the scan, or does it where no thread has begun.
   *
   * @return null where the scan has failed, without which the block is read as well
   */
  BlockScan awaitScan() {
    task.run();
    boolean interrupted = false;
    try {
      while (true) {
        try {
          task.get();
          return scan;
        } catch (InterruptedException e) {
          interrupted = true; // the scan has a bounded time to go
        } catch (ExecutionException e) {
          if (e.getCause() instanceof Error error) {
            throw error;
          }
          return null;
        }
      }
    } finally {
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
