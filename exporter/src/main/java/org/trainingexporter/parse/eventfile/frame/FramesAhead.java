package org.trainingexporter.parse.eventfile.frame;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.function.Supplier;
import org.trainingexporter.tail.ByteFile;
import org.trainingexporter.tail.ahead.AheadThreads;
import org.trainingexporter.tail.ahead.AheadWork;

/**
 * Frames of a file of which much is to be read: blocks of them are read before they are due, and
 * checked and scanned by another thread meanwhile. Only the caller's thread reads the file.
 */
final class FramesAhead {
  /** Blocks that are read before they are due. */
  private static final int MOST = 3;

  /** A block and the work on it. */
  private record DueBlock(FrameBlock block, AheadWork work) {}

  private final ByteFile file;
  private final AheadThreads threads;
  private final Supplier<PayloadScan> scans;
  private final Deque<DueBlock> ahead = new ArrayDeque<>();
  private final Deque<FrameBlock> spare = new ArrayDeque<>();
  private FrameBlock current;
  private int frame;
  private boolean admitted;

  FramesAhead(ByteFile file, AheadThreads threads, Supplier<PayloadScan> scans) {
    this.file = file;
    this.threads = threads;
    this.scans = scans;
  }

  /** Goes to the next frame of the file, if it was found ahead. */
  boolean next() throws IOException {
    frame++;
    if (isThere()) {
      return true;
    }
    nextBlock();
    frame = 0;
    if (isThere()) {
      return true;
    }
    drop();
    return false;
  }

  private boolean isThere() {
    return current != null
        && current.has(frame)
        && current.offset + current.start(frame) == file.offset();
  }

  private void nextBlock() throws IOException {
    if (current != null) {
      spare.push(current);
      current = null;
    }
    readAhead();
    DueBlock due = ahead.poll();
    if (due != null && due.work.finish()) {
      current = due.block;
    }
  }

  private void readAhead() throws IOException {
    while (ahead.size() < MOST) {
      DueBlock last = ahead.peekLast();
      long from = last == null ? file.offset() : last.block.offset + last.block.length;
      long left = file.size() - from;
      admitted = admitted || threads.admit(this, left);
      if (!admitted || left <= 0) {
        return;
      }
      FrameBlock block =
          spare.isEmpty() ? new FrameBlock(threads.blockBytes(), scans.get()) : spare.pop();
      int want = (int) Math.min(block.bytes.length, left);
      block.find(from, file.read(from, block.bytes, 0, want));
      if (block.length == 0) {
        spare.push(block);
        return; // a frame that is larger, or not whole yet, or none
      }
      AheadWork work = new AheadWork(block);
      ahead.add(new DueBlock(block, work));
      threads.execute(work);
    }
  }

  /** Forgets what was read: the file goes on elsewhere, or in another way. */
  void drop() {
    ahead.forEach(due -> due.work.cancel());
    ahead.clear();
    spare.clear();
    current = null;
    if (admitted) {
      admitted = false;
      threads.leave(this);
    }
  }

  byte[] bytes() {
    return current.bytes;
  }

  /** Where the frame begins in the bytes. */
  int start() {
    return current.start(frame);
  }

  int payloadLength() {
    return current.payloadLength(frame);
  }

  int checksum() {
    return current.checksum(frame);
  }

  PayloadScan scan() {
    return current.scan;
  }

  /** The number of the frame in what was scanned. */
  int number() {
    return frame;
  }
}
