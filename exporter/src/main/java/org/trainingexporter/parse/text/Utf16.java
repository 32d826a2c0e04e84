package org.trainingexporter.parse.text;

/** Blocks of a file in UTF-16, as UTF-8; which of the two orders its mark says. One thread. */
final class Utf16 {
  private enum Order {
    NONE,
    LITTLE,
    BIG
  }

  private Order order = Order.NONE;
  private byte[] bytes = new byte[0];
  private int length;

  /** The file begins anew with this block. */
  void begin(byte[] b, int from, int to) {
    order = Order.NONE;
    if (to - from >= 2) {
      int mark = ((b[from] & 0xFF) << 8) | (b[from + 1] & 0xFF);
      order = mark == 0xFFFE ? Order.LITTLE : mark == 0xFEFF ? Order.BIG : Order.NONE;
    }
  }

  boolean isUsed() {
    return order != Order.NONE;
  }

  /** Takes a block; a line end's second byte stands at the next block's beginning. */
  void read(byte[] b, int from, int to) {
    bytes = new byte[2 * (to - from) + 2];
    length = 0;
    int p = order == Order.LITTLE && from < to && b[from] == 0 ? from + 1 : from;
    for (; p < to; p += 2) {
      int first = b[p] & 0xFF;
      int second = p + 1 < to ? b[p + 1] & 0xFF : 0;
      add(order == Order.LITTLE ? (second << 8) | first : (first << 8) | second);
    }
  }

  private void add(int c) {
    if (c < 0x80) {
      bytes[length++] = (byte) c;
    } else if (c < 0x800) {
      bytes[length++] = (byte) (0xC0 | (c >> 6));
      bytes[length++] = (byte) (0x80 | (c & 0x3F));
    } else if (c != 0xFEFF) {
      bytes[length++] = (byte) (0xE0 | (c >> 12));
      bytes[length++] = (byte) (0x80 | ((c >> 6) & 0x3F));
      bytes[length++] = (byte) (0x80 | (c & 0x3F));
    }
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }
}
