package org.trainingexporter.parse.source;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.Predicate;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.LineTooLong;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;
import org.trainingexporter.tail.ahead.AheadThreads;

/**
 * The blocks of a log in their order. Where much is to be read, the next ones are read before they
 * are due, so that another thread can scan them meanwhile. Only the caller's thread reads the file.
 */
public final class BlockFeed {
  /** Blocks that are read before they are due. */
  private static final int MOST = 3;

  private final LogFile file;
  private final ReadBuffer buffer;
  private final AheadThreads threads;
  private final Deque<BlockAhead> ahead = new ArrayDeque<>();
  private final Deque<ReadBuffer> spare = new ArrayDeque<>();

  /** What holds the newest block, where it was read before it was due. */
  private BlockAhead due;

  private BlockScan scan;
  private boolean replacement;
  private boolean admitted;

  /** Nothing more can be read ahead before all that was is due. */
  private boolean stopped;

  /**
   * A feed of a log of which nothing was read yet.
   *
   * @param buffer for blocks that are read when they are due
   */
  public BlockFeed(LogFile file, ReadBuffer buffer, AheadThreads threads) {
    this.file = file;
    this.buffer = buffer;
    this.threads = threads;
  }

  /**
   * The next block; the one before has been read to its end.
   *
   * @param isWhole null where an unended last line always waits for its end
   * @throws LineTooLong once for each line past the bound
   */
  Optional<Block> next(LineParser parser, Predicate<Block> isWhole)
      throws IOException, LineTooLong {
    recycle();
    readAhead(parser);
    due = ahead.poll();
    if (due == null) {
      leave();
      Optional<Block> block =
          isWhole == null ? file.readLines(buffer) : file.readToEnd(buffer, isWhole);
      replacement = file.isReplacement();
      return block;
    }
    replacement = due.isReplacement();
    if (due.tooLong() != null) {
      throw due.tooLong();
    }
    scan = due.finishedScan();
    return Optional.of(due.block());
  }

  private void recycle() {
    scan = null;
    if (due != null && due.block() != null && !isLong(due)) {
      spare.push(due.buffer());
    }
    due = null;
  }

  private boolean isLong(BlockAhead block) {
    return block.bytes() > threads.blockBytes();
  }

  private void readAhead(LineParser parser) {
    for (BlockScan work = scanner(parser); work != null; work = scanner(parser)) {
      ReadBuffer into = spare.isEmpty() ? buffer.another() : spare.pop();
      try {
        Optional<Block> block = file.readLines(into);
        stopped = block.isEmpty();
        if (block.isPresent()) {
          add(BlockAhead.of(block.get(), file.isReplacement(), into, work));
        }
      } catch (LineTooLong e) {
        ahead.add(BlockAhead.of(e, file.isReplacement()));
      } catch (IOException e) {
        stopped = true; // whoever reads on when all that was read is due meets it again
      }
    }
  }

  /** What scans the next block; null where none is to be read ahead. */
  private BlockScan scanner(LineParser parser) {
    if (stopped || ahead.size() == MOST) {
      return null;
    }
    BlockScan work = parser.scanAhead();
    admitted = admitted || (work != null && threads.admit(this, file.lag()));
    return admitted ? work : null;
  }

  private void add(BlockAhead block) {
    ahead.add(block);
    threads.execute(block.work());
    stopped = isLong(block); // one long line is enough to hold in memory
  }

  private void leave() {
    stopped = false;
    if (admitted) {
      admitted = false;
      threads.leave(this);
      spare.clear();
    }
  }

  /** The scan of the newest block; null where none was made. */
  BlockScan scan() {
    return scan;
  }

  /** Whether the newest block's file replaced one that was read. */
  boolean isReplacement() {
    return replacement;
  }

  /** Whether a block is read and not yet due. */
  boolean hasMore() {
    return !ahead.isEmpty();
  }

  /** Bytes that are read and not yet due. */
  long bytes() {
    return ahead.stream().mapToLong(BlockAhead::bytes).sum();
  }

  /** The live file is read from its start once more. */
  void reread() {
    ahead.forEach(block -> block.cancel());
    ahead.clear();
    file.reread();
  }

  /** Frees the memory until there is more to read. */
  void release() {
    buffer.release();
  }
}
