package org.trainingexporter.parse.text.literal;

import java.util.Arrays;

/** JSON as it is written, byte by byte. */
final class JsonText {
  private static final String HEX = "0123456789abcdef";

  private byte[] bytes = new byte[512];
  private int length;

  void clear() {
    bytes = bytes.length > 1 << 16 ? new byte[512] : bytes;
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void add(int c) {
    if (length == bytes.length) {
      bytes = Arrays.copyOf(bytes, 2 * length);
    }
    bytes[length++] = (byte) c;
  }

  void add(byte[] b, int from, int to) {
    for (int p = from; p < to; p++) {
      add(b[p]);
    }
  }

  void add(String text) {
    for (int i = 0; i < text.length(); i++) {
      add(text.charAt(i));
    }
  }

  /** Adds bytes between quotes; they hold none. */
  void addQuoted(byte[] b, int from, int to) {
    int end = to;
    while (end > from && b[end - 1] == ' ') {
      end--;
    }
    add('"');
    for (int p = from; p < end; p++) {
      addCharacter(b[p]);
    }
    add('"');
  }

  /**
   * Adds a text in quotes of either kind.
   *
   * @return where it ends, or -1 where it does not
   */
  int addText(byte[] b, int from, int to) {
    byte quote = b[from];
    add('"');
    for (int p = from + 1; p < to; p++) {
      if (b[p] == quote) {
        add('"');
        return p + 1;
      }
      if (b[p] == '\\' && p + 1 < to) {
        p = addEscape(b, p + 1, to);
      } else {
        addCharacter(b[p]);
      }
    }
    return -1;
  }

  private void addCharacter(byte c) {
    if (c == '"' || c == '\\') {
      add('\\');
      add(c);
    } else if (c >= 0 && c < ' ') {
      addCode(c);
    } else {
      add(c);
    }
  }

  private void addCode(int c) {
    add("\\u00");
    add(HEX.charAt(c >> 4 & 15));
    add(HEX.charAt(c & 15));
  }

  /** Adds what a backslash escapes, and gives the place of its last byte. */
  private int addEscape(byte[] b, int at, int to) {
    byte c = b[at];
    if (c == '\'') {
      add(c);
    } else if (c == 'x' && at + 2 < to && isHex(b[at + 1]) && isHex(b[at + 2])) {
      addCode(Character.digit(b[at + 1], 16) << 4 | Character.digit(b[at + 2], 16));
      return at + 2;
    } else if ("\"\\/bfnrt".indexOf(c) >= 0 || (c == 'u' && areHex(b, at + 1, to))) {
      add('\\');
      add(c);
    } else {
      add('\\');
      add('\\');
      addCharacter(c);
    }
    return at;
  }

  private static boolean areHex(byte[] b, int from, int to) {
    return from + 4 <= to
        && isHex(b[from])
        && isHex(b[from + 1])
        && isHex(b[from + 2])
        && isHex(b[from + 3]);
  }

  private static boolean isHex(byte c) {
    return Character.digit(c, 16) >= 0;
  }
}
