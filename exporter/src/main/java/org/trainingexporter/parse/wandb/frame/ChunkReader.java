package org.trainingexporter.parse.wandb.frame;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.CRC32;
import org.trainingexporter.tail.ByteFile;

/**
 * Reads the messages of a file of chunks from the offset that its {@link ByteFile} has. An
 * unfinished chunk at the end waits. A chunk whose checksum or length is wrong ends the file for
 * now: it is read once more when the file has changed. One thread.
 */
public final class ChunkReader {
  /** How a file begins: W&B's name, a magic number, and the version of the container. */
  private static final byte[] HEADER = {':', 'W', '&', 'B', (byte) 0xE1, (byte) 0xBE, 0};

  private static final int BLOCK = 1 << 15;
  private static final int HEAD = 7;
  private static final int BUFFER = 4 * BLOCK;
  private static final int FULL = 1;
  private static final int FIRST = 2;
  private static final int LAST = 4;

  private final ByteFile file;
  private final int longest;
  private final CRC32 crc = new CRC32();
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();
  private byte[] bytes = new byte[0];
  private int at;
  private int filled;
  private boolean joins;
  private boolean isTooLong;
  private boolean stopped;

  /** Where the newest wrong chunk is that was counted; -1 for none. */
  private long badAt = -1;

  private long badFrames;
  private long tooLong;

  /**
   * @param longest message that is read, in bytes
   */
  public ChunkReader(ByteFile file, int longest) {
    this.file = file;
    this.longest = longest;
  }

  /** Whether a file that begins so is one of W&B's. */
  public static boolean begins(byte[] head) {
    return head.length >= HEAD && Arrays.equals(head, 0, HEAD, HEADER, 0, HEAD);
  }

  /** The file has changed: what stopped the reader is read once more. */
  public void resume() {
    stopped = false;
    release();
  }

  /** The file is read from its start. */
  public void restart() {
    resume();
    joins = false;
    badAt = -1;
  }

  /** Wrong chunks, and messages of which a part was missing. */
  public long badFrames() {
    return badFrames;
  }

  /** Messages that were longer than is read. */
  public long tooLong() {
    return tooLong;
  }

  /** The next whole message; null where there is none for now. */
  public byte[] next() throws IOException {
    while (!stopped) {
      int left = BLOCK - (int) (file.offset() % BLOCK);
      if (left < HEAD) {
        if (!fill(left)) {
          return pause();
        }
        skip(left); // padding: no chunk begins there
      } else if (!fill(HEAD)) {
        return pause();
      } else if (file.offset() == 0) {
        readHeader();
      } else {
        int length = (bytes[at + 4] & 0xFF) | (bytes[at + 5] & 0xFF) << 8;
        int type = bytes[at + 6] & 0xFF;
        if (type == 0 && length == 0) {
          return pause(); // room that was reserved and is not written yet
        } else if (type < FULL || type > LAST || HEAD + length > left) {
          stop();
        } else if (!fill(HEAD + length)) {
          return pause();
        } else if (!isRight(length)) {
          stop();
        } else if (isWholeWith(type, length)) {
          return parts.toByteArray();
        }
      }
    }
    return pause();
  }

  private void readHeader() {
    if (begins(Arrays.copyOfRange(bytes, at, at + HEAD))) {
      skip(HEAD);
    } else {
      stop();
    }
  }

  private boolean isRight(int length) {
    crc.reset();
    crc.update(bytes, at + HEAD - 1, 1 + length);
    long written = 0;
    for (int i = 3; i >= 0; i--) {
      written = written << 8 | (bytes[at + i] & 0xFF);
    }
    return crc.getValue() == written;
  }

  /** Adds a chunk to its message; whether that is whole now and can be read. */
  private boolean isWholeWith(int type, int length) {
    boolean begins = type == FULL || type == FIRST;
    if (begins == joins) {
      badFrames++; // half a message stands before it, or its beginning is missing
    }
    if (begins) {
      parts.reset();
      isTooLong = false;
    }
    boolean counts = begins || joins;
    isTooLong |= (long) parts.size() + length > longest;
    if (counts && !isTooLong) {
      parts.write(bytes, at + HEAD, length);
    }
    skip(HEAD + length);
    boolean ends = counts && (type == FULL || type == LAST);
    joins = counts && !ends;
    tooLong += ends && isTooLong ? 1 : 0;
    return ends && !isTooLong;
  }

  private void skip(int count) {
    at += count;
    file.advance(count);
  }

  private void stop() {
    stopped = true;
    if (badAt != file.offset()) {
      badAt = file.offset();
      badFrames++;
    }
  }

  private byte[] pause() throws IOException {
    release();
    file.pause();
    return null;
  }

  private void release() {
    bytes = new byte[0];
    at = 0;
    filled = 0;
  }

  /** Whether so many bytes are there from the file's offset on. */
  private boolean fill(int want) throws IOException {
    if (filled - at >= want) {
      return true;
    }
    if (file.size() - file.offset() < want) {
      return false;
    }
    int size = (int) Math.min(BUFFER, file.size() - file.offset());
    bytes = bytes.length == size ? bytes : new byte[size];
    at = 0;
    filled = file.read(file.offset(), bytes, 0, size);
    return filled >= want;
  }
}
