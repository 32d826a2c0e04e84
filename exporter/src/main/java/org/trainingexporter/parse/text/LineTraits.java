package org.trainingexporter.parse.text;

/** What a line's bytes say of it at a glance, one bit a trait; a line end is negative. */
final class LineTraits {
  static final byte DIGIT = 1;

  /** Escape sequences or backspaces. */
  static final byte ESCAPE = 2;

  static final byte BRACE = 4;
  static final byte PERCENT = 8;
  static final byte JOINT = 16;
  static final byte BRACKET = 32;

  private static final byte[] OF = new byte[256];

  static {
    for (int c = '0'; c <= '9'; c++) {
      OF[c] = DIGIT;
    }
    OF[0x1B] = ESCAPE;
    OF['\b'] = ESCAPE;
    OF['{'] = BRACE;
    OF['%'] = PERCENT;
    OF[':'] = JOINT;
    OF['='] = JOINT;
    OF['['] = BRACKET;
    OF['\n'] = -1;
    OF['\r'] = -1;
  }

  private LineTraits() {}

  static byte of(byte b) {
    return OF[b & 0xFF];
  }

  /** Whether {@code nan} or {@code inf} stands there, in any case. */
  static boolean holdsNonFinite(byte[] b, int from, int to) {
    for (int p = from; p + 2 < to; p++) {
      int first = b[p] | 0x20;
      int second = b[p + 1] | 0x20;
      int third = b[p + 2] | 0x20;
      if ((first == 'n' && second == 'a' && third == 'n')
          || (first == 'i' && second == 'n' && third == 'f')) {
        return true;
      }
    }
    return false;
  }
}
