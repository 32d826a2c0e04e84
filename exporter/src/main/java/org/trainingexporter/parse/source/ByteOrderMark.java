package org.trainingexporter.parse.source;

/** The byte order mark that some editors write at the start of UTF-8. */
public final class ByteOrderMark {
  public static final int LENGTH = 3;

  private ByteOrderMark() {}

  /** Whether one begins there. */
  public static boolean isAt(byte[] bytes, int at, int end) {
    return end - at >= LENGTH
        && bytes[at] == (byte) 0xEF
        && bytes[at + 1] == (byte) 0xBB
        && bytes[at + 2] == (byte) 0xBF;
  }
}
