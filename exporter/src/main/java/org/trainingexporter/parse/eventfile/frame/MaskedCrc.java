package org.trainingexporter.parse.eventfile.frame;

import java.util.zip.CRC32C;

/** The checksum of TFRecord frames: CRC-32C, rotated and shifted. One thread. */
final class MaskedCrc {
  private static final int DELTA = 0xa282ead8;

  private final CRC32C crc = new CRC32C();

  int of(byte[] bytes, int from, int length) {
    crc.reset();
    crc.update(bytes, from, length);
    return masked();
  }

  /** Begins a checksum that grows by {@link #add}. */
  void begin() {
    crc.reset();
  }

  void add(byte[] bytes, int from, int length) {
    crc.update(bytes, from, length);
  }

  /** The checksum of what was added. */
  int masked() {
    int plain = (int) crc.getValue();
    return (plain >>> 15 | plain << 17) + DELTA;
  }
}
