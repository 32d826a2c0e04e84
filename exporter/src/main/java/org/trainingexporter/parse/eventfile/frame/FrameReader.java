package org.trainingexporter.parse.eventfile.frame;

import com.google.protobuf.CodedInputStream;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.function.Supplier;
import org.trainingexporter.tail.ByteFile;
import org.trainingexporter.tail.ahead.AheadThreads;

/**
 * The TFRecord frames of a file: eight bytes of length, their checksum, the payload, its checksum.
 * Reads blocks of a bounded size; a payload that is larger is checked and then read in pieces, so
 * that no frame costs memory. One thread.
 */
public final class FrameReader {
  /** What comes next in the file. */
  public enum NextFrame {
    /** A whole frame: {@link #payload} reads it. */
    FRAME,
    /** The file ends here, or within a frame that is not whole yet. */
    END,
    /** No frame: a checksum does not fit. */
    BAD
  }

  private static final int BLOCK = 1 << 18;
  static final int HEADER = 12;
  private static final int CRC = 4;

  /** Bytes of a frame around its payload. */
  static final int AROUND = HEADER + CRC;

  /** Protobuf's tag of field 1 with eight bytes. */
  private static final int LEADING_DOUBLE = 9;

  /** Messages of this library are no longer. */
  private static final long LONGEST = Integer.MAX_VALUE - 64;

  static final VarHandle INT = view(int[].class);
  static final VarHandle LONG = view(long[].class);
  private static final VarHandle DOUBLE = view(double[].class);

  private final ByteFile file;
  private final MaskedCrc crc = new MaskedCrc();
  private final FramesAhead ahead;

  /** Whether the frame was found ahead, and is not in the block. */
  private boolean isAhead;

  private byte[] block = {};
  private int from;
  private int to;
  private int length;
  private int payloadCrc;

  private static VarHandle view(Class<?> numbers) {
    return MethodHandles.byteArrayViewVarHandle(numbers, ByteOrder.LITTLE_ENDIAN);
  }

  /**
   * A reader of a file's frames.
   *
   * @param threads that check frames ahead where the file is large
   * @param scans what they find in the payloads meanwhile
   */
  public FrameReader(ByteFile file, AheadThreads threads, Supplier<PayloadScan> scans) {
    this.file = file;
    this.ahead = new FramesAhead(file, threads, scans);
  }

  /** The file is read from another offset, or has changed behind what was read of it. */
  public void drop() {
    ahead.drop();
    dropBlock();
  }

  private void dropBlock() {
    block = new byte[0];
    from = 0;
    to = 0;
  }

  /** Finds the next frame; the one before must have been passed by {@link #advance}. */
  public NextFrame next() throws IOException {
    isAhead = !holdsFrame() && ahead.next();
    if (!isAhead) {
      return nextInBlock();
    }
    if (block.length > 0) {
      dropBlock();
    }
    length = ahead.payloadLength();
    payloadCrc = ahead.checksum();
    return NextFrame.FRAME;
  }

  /** Whether the block holds the next frame as a whole, by its length. */
  private boolean holdsFrame() {
    int left = to - from - AROUND;
    return left >= 0 && (long) LONG.get(block, from) <= left;
  }

  private NextFrame nextInBlock() throws IOException {
    if (!fill(HEADER)) {
      return NextFrame.END;
    }
    long bytes = (long) LONG.get(block, from);
    if ((int) INT.get(block, from + 8) != crc.of(block, from, 8) || bytes < 0 || bytes > LONGEST) {
      return NextFrame.BAD;
    }
    length = (int) bytes;
    if (HEADER + bytes + CRC > file.size() - file.offset()) {
      return NextFrame.END;
    }
    return isLarge() ? checkLarge() : check();
  }

  private boolean isLarge() {
    return !isAhead && length > BLOCK - HEADER - CRC;
  }

  private NextFrame check() throws IOException {
    if (!fill(HEADER + length + CRC)) {
      return NextFrame.END;
    }
    payloadCrc = (int) INT.get(block, from + HEADER + length);
    return crc.of(block, from + HEADER, length) == payloadCrc ? NextFrame.FRAME : NextFrame.BAD;
  }

  private NextFrame checkLarge() throws IOException {
    FrameStream pieces = new FrameStream(file, file.offset() + HEADER, length);
    byte[] piece = new byte[1 << 16];
    crc.begin();
    for (int n = pieces.read(piece, 0, piece.length); n > 0; ) {
      crc.add(piece, 0, n);
      n = pieces.read(piece, 0, piece.length);
    }
    byte[] end = new byte[CRC];
    boolean whole = file.read(file.offset() + HEADER + length, end, 0, CRC) == CRC;
    if (pieces.left() > 0 || !whole) {
      return NextFrame.END;
    }
    payloadCrc = (int) INT.get(end, 0);
    return crc.masked() == payloadCrc ? NextFrame.FRAME : NextFrame.BAD;
  }

  /** The message of the frame that {@link #next} found. */
  public CodedInputStream payload() {
    if (isAhead) {
      return CodedInputStream.newInstance(ahead.bytes(), ahead.start() + HEADER, length);
    }
    return isLarge()
        ? CodedInputStream.newInstance(
            new FrameStream(file, file.offset() + HEADER, length), 1 << 16)
        : CodedInputStream.newInstance(block, from + HEADER, length);
  }

  /**
   * The double that the payload begins with, under the number 1: when an event was written. NaN
   * where it begins otherwise.
   */
  public double leadingDouble() {
    byte[] bytes = isAhead ? ahead.bytes() : block;
    int at = HEADER + (isAhead ? ahead.start() : from);
    boolean isThere = !isLarge() && length > 8 && bytes[at] == LEADING_DOUBLE;
    return isThere ? (double) DOUBLE.get(bytes, at + 1) : Double.NaN;
  }

  /** What was found in payloads ahead, of this frame too; null where nothing was. */
  public PayloadScan scan() {
    return isAhead ? ahead.scan() : null;
  }

  /** The number of the frame in what was found ahead. */
  public int numberInScan() {
    return ahead.number();
  }

  /** The checksum of that frame's payload: it tells frames apart. */
  public int checksum() {
    return payloadCrc;
  }

  /** Passes the frame. */
  public void advance() {
    int frame = HEADER + length + CRC;
    file.advance(frame);
    if (isAhead) {
      return;
    }
    from = isLarge() ? to : from + frame;
  }

  /** Whether the rest of the file is NUL bytes, as a file that grows may show them for a moment. */
  public boolean isBlank() throws IOException {
    if (!fill(1)) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return file.size() - file.offset() <= to - from;
  }

  /** Has that many bytes in the block, from the file's offset on; false where the file ends. */
  private boolean fill(int want) throws IOException {
    if (to - from >= want) {
      return true;
    }
    long left = file.size() - file.offset();
    if (left < want) {
      return false;
    }
    int most = (int) Math.min(BLOCK, left);
    if (block.length < most) {
      byte[] larger = new byte[most];
      System.arraycopy(block, from, larger, 0, to - from);
      block = larger;
    } else {
      System.arraycopy(block, from, block, 0, to - from);
    }
    to -= from;
    from = 0;
    to += file.read(file.offset() + to, block, to, most - to);
    return to >= want;
  }
}
