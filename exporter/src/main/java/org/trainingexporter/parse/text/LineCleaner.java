package org.trainingexporter.parse.text;

/** Takes escape sequences and backspaces out of a line, into bytes of its own. One thread. */
final class LineCleaner {
  private static final byte ESCAPE = 0x1B;
  private static final byte BELL = 7;

  private byte[] clean = new byte[256];
  private int length;

  byte[] bytes() {
    return clean;
  }

  /** The cleaned line's length; a line end stands behind it. */
  int length() {
    return length;
  }

  void read(byte[] b, int from, int to) {
    if (clean.length < to - from + 1) {
      clean = new byte[to - from + 1];
    }
    length = 0;
    for (int p = from; p < to; p++) {
      byte c = b[p];
      if (c == ESCAPE) {
        p = endOfEscape(b, p, to);
      } else if (c != '\b') {
        clean[length++] = c;
      }
    }
    clean[length] = '\n';
  }

  /** Where the cursor goes up a line, which ends the line there; {@code to} where it does not. */
  static int lineBreak(byte[] b, int from, int to) {
    for (int p = from; p + 2 < to; p++) {
      if (b[p] == ESCAPE && b[p + 1] == '[') {
        int end = endOfEscape(b, p, to);
        if (b[end] == 'A' || b[end] == 'F') {
          return end;
        }
      }
    }
    return to;
  }

  /** The last byte of an escape sequence: a colour, a move of the cursor, a title. */
  private static int endOfEscape(byte[] b, int from, int to) {
    int p = from + 1;
    if (p < to && b[p] == '[') {
      for (p++; p < to && (b[p] < '@' || b[p] > '~'); p++) {
        if (b[p] < ' ') {
          return p - 1;
        }
      }
    } else if (p < to && b[p] == ']') {
      while (p < to && b[p] != BELL && b[p] != ESCAPE) {
        p++;
      }
    }
    return Math.min(p, to - 1);
  }

  /** Lets go of room that only a long line needed. */
  void release() {
    if (clean.length > 1 << 16) {
      clean = new byte[256];
    }
  }
}
