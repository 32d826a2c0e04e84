package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;

/**
 * The array that lines are read into. It is only as large as needed: a poll that finds one line
 * costs no more than that line, and only a long line makes the array larger than a chunk. One
 * thread.
 */
public final class ReadBuffer {
  private static final int CHUNK = 1 << 18;
  private static final int SMALL = 1 << 13;
  private static final int SEARCH = 1 << 16;

  private final boolean endsAtReturns;
  private final int size;
  private byte[] bytes = new byte[0];

  public ReadBuffer() {
    this(false);
  }

  /**
   * A buffer for lines.
   *
   * @param endsAtReturns whether a carriage return ends a line as a newline does
   */
  public ReadBuffer(boolean endsAtReturns) {
    this(endsAtReturns, CHUNK);
  }

  /**
   * A buffer of a size of its own.
   *
   * @param size bytes that are read at once
   */
  public ReadBuffer(boolean endsAtReturns, int size) {
    this.endsAtReturns = endsAtReturns;
    this.size = size;
  }

  /** A buffer for one of many files that are read at the same time: it holds a few KiB. */
  public static ReadBuffer small() {
    return new ReadBuffer(false, SMALL);
  }

  /**
   * What was found from an offset on. At most one of the counts is not 0.
   *
   * @param length bytes of whole lines, now at the start of the buffer
   * @param rest bytes of an unended last line, in the buffer too if the caller asked for it
   * @param blank NUL bytes where a line would begin, as a hole in a file leaves them
   * @param tooLong bytes of a line past the bound, skipped
   * @param ended whether that line's end was skipped with it
   */
  record Lines(int length, int rest, long blank, long tooLong, boolean ended) {
    static final Lines NONE = new Lines(0, 0, 0, 0, false);
  }

  /** Frees the array until the next read: most logs are silent most of the time. */
  public void release() {
    bytes = new byte[0];
  }

  /** Another buffer of the same kind. */
  public ReadBuffer another() {
    return new ReadBuffer(endsAtReturns, size);
  }

  byte[] bytes() {
    return bytes;
  }

  /** Reads whole lines between two offsets, as many as a chunk holds but at least one. */
  Lines fill(Path path, long offset, long fileSize, int longestLine, boolean withRest)
      throws IOException {
    long left = fileSize - offset;
    if (left <= 0) {
      return Lines.NONE;
    }
    try (FileChannel file = FileChannel.open(path)) {
      long chunk = Math.min(size, longestLine + 1L); // no longer line can end in it
      int filled = read(file, offset, (int) Math.min(chunk, left));
      int blank = leadingNuls(filled);
      if (blank == left) {
        return Lines.NONE; // a network file system may show the size before the bytes
      }
      if (blank > 0) {
        return new Lines(0, 0, blank, 0, false);
      }
      int whole = endOfLastLine(filled);
      if (whole > 0) {
        return new Lines(whole, 0, 0, 0, false);
      }
      long bound = Math.min(fileSize, offset + longestLine + 1L);
      long lineEnd = lineEnd(file, offset + filled, bound);
      if (lineEnd >= 0) {
        return new Lines(read(file, offset, (int) (lineEnd - offset)), 0, 0, 0, false);
      }
      if (left > longestLine) {
        return skipLine(file, offset, fileSize);
      }
      int rest = withRest ? read(file, offset, (int) left) : (int) left;
      return new Lines(0, rest, 0, 0, false);
    }
  }

  /** Skips to the end of a line past the bound. */
  Lines skipLine(Path path, long offset, long size) throws IOException {
    try (FileChannel file = FileChannel.open(path)) {
      return skipLine(file, offset, size);
    }
  }

  private Lines skipLine(FileChannel file, long offset, long size) throws IOException {
    long lineEnd = lineEnd(file, offset, size);
    long to = lineEnd >= 0 ? lineEnd : size;
    return new Lines(0, 0, 0, to - offset, lineEnd >= 0);
  }

  /** Reads up to that many bytes to the start of the buffer. */
  private int read(FileChannel file, long offset, int want) throws IOException {
    if (bytes.length < want || bytes.length > 2 * Math.max(want, size)) {
      bytes = new byte[0]; // frees the old one first: a long line may need most of the heap
      bytes = new byte[want];
    }
    ByteBuffer into = ByteBuffer.wrap(bytes, 0, want);
    int n = 0;
    while (into.hasRemaining() && n >= 0) {
      n = file.read(into, offset + into.position());
    }
    return into.position();
  }

  private int leadingNuls(int filled) {
    int i = 0;
    while (i < filled && bytes[i] == 0) {
      i++;
    }
    return i;
  }

  private int endOfLastLine(int filled) {
    int i = filled;
    while (i > 0 && !isEnd(bytes[i - 1])) {
      i--;
    }
    return i;
  }

  private boolean isEnd(byte b) {
    return b == '\n' || (endsAtReturns && b == '\r');
  }

  /** The offset just past the next line end in a range of the file, or -1. */
  private long lineEnd(FileChannel file, long from, long to) throws IOException {
    ByteBuffer chunk = ByteBuffer.allocate(SEARCH);
    for (long at = from; at < to; at += chunk.limit()) {
      chunk.clear().limit((int) Math.min(SEARCH, to - at));
      int n = file.read(chunk, at);
      if (n <= 0) {
        return -1;
      }
      chunk.flip();
      for (int i = 0; i < n; i++) {
        if (isEnd(chunk.get(i))) {
          return at + i + 1;
        }
      }
    }
    return -1;
  }
}
