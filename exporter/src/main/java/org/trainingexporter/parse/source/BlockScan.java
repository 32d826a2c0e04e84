package org.trainingexporter.parse.source;

import org.trainingexporter.tail.Block;

/**
 * What is found in a block before it is its turn, on another thread. Reads the block's bytes and
 * what is constant; only its parser reads the result, once the scan has ended.
 */
@FunctionalInterface
public interface BlockScan {
  /** Scans the block, which nobody changes meanwhile. */
  void scan(Block block);
}
