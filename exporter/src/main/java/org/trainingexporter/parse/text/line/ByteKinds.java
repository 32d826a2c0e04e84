package org.trainingexporter.parse.text.line;

/** What a byte is to a line of text. */
final class ByteKinds {
  static final byte OTHER = 0;
  static final byte BLANK = 1;
  static final byte LETTER = 2;
  static final byte DIGIT = 3;
  static final byte COLON = 4;
  static final byte EQUALS = 5;
  static final byte BAR = 6;
  static final byte COMMA = 7;
  static final byte OPEN = 8;
  static final byte CLOSE = 9;
  static final byte QUOTE = 10;

  /** A sign or a point: the start of a number where a digit follows. */
  static final byte SIGN = 11;

  private static final byte[] OF = new byte[256];

  static {
    for (int c = 'a'; c <= 'z'; c++) {
      OF[c] = LETTER;
      OF[c - 32] = LETTER;
    }
    for (int c = '0'; c <= '9'; c++) {
      OF[c] = DIGIT;
    }
    // Letters of other scripts; symbols, box drawing and emoji (E2, EF, F0) are separators.
    for (int c = 0x80; c <= 0xED; c++) {
      OF[c] = c == 0xE2 ? OTHER : LETTER;
    }
    OF['_'] = LETTER;
    set(" \t\0\r\n", BLANK);
    set(":", COLON);
    set("=", EQUALS);
    set("|", BAR);
    set(",;", COMMA);
    set("[(", OPEN);
    set("])", CLOSE);
    set("\"'`", QUOTE);
    set("+-.", SIGN);
  }

  private ByteKinds() {}

  private static void set(String bytes, byte kind) {
    for (int i = 0; i < bytes.length(); i++) {
      OF[bytes.charAt(i)] = kind;
    }
  }

  static byte of(byte b) {
    return OF[b & 0xFF];
  }

  static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  static boolean isWord(byte b) {
    byte kind = OF[b & 0xFF];
    return kind == LETTER || kind == DIGIT;
  }
}
