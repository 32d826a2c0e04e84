package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * A checksum of the bytes just before an offset. It shows whether a file is still the one that was
 * read. Identity and size do not: identities are reused, and a file that was copied and truncated
 * can have outgrown the old offset by the next check.
 */
record Fingerprint(long offset, int length, long crc) {
  static final Fingerprint START = new Fingerprint(0, 0, 0);
  private static final int LONGEST = 1024;

  /** The fingerprint of a file at that offset. */
  static Fingerprint of(Path path, long offset) throws IOException {
    int length = (int) Math.min(LONGEST, offset);
    ByteBuffer bytes = ByteBuffer.allocate(length);
    try (FileChannel file = FileChannel.open(path)) {
      while (bytes.hasRemaining()) {
        int n = file.read(bytes, offset - length + bytes.position());
        if (n < 0) {
          break;
        }
      }
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes.array(), 0, bytes.position());
    return new Fingerprint(offset, bytes.position(), crc.getValue());
  }

  /**
   * The fingerprint of a file at that offset from the bytes that were read up to it.
   *
   * @param to the end of these bytes in the array
   * @return empty where too few of them are there
   */
  static Optional<Fingerprint> of(byte[] bytes, int to, long offset) {
    int length = (int) Math.min(LONGEST, offset);
    if (to < length) {
      return Optional.empty();
    }
    CRC32C crc = new CRC32C();
    crc.update(bytes, to - length, length);
    return Optional.of(new Fingerprint(offset, length, crc.getValue()));
  }

  /** Whether the file held as many bytes before the offset as there must be. */
  boolean isWhole() {
    return length == Math.min(LONGEST, offset);
  }

  /** Whether the file holds the same bytes before the same offset. */
  boolean fits(Path path) throws IOException {
    return offset == 0 || equals(of(path, offset));
  }
}
