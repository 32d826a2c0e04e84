package org.trainingexporter.parse.text.value;

/** What a byte is to a line of text. */
public final class ByteKinds {
  public static final byte OTHER = 0;
  public static final byte BLANK = 1;
  public static final byte LETTER = 2;
  public static final byte DIGIT = 3;
  public static final byte COLON = 4;
  public static final byte EQUALS = 5;
  public static final byte BAR = 6;
  public static final byte COMMA = 7;
  public static final byte OPEN = 8;
  public static final byte CLOSE = 9;
  public static final byte QUOTE = 10;

  /** A sign or a point: the start of a number where a digit follows. */
  public static final byte SIGN = 11;

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

  public static byte of(byte b) {
    return OF[b & 0xFF];
  }

  public static boolean isDigit(byte b) {
    return b >= '0' && b <= '9';
  }

  public static boolean isWord(byte b) {
    byte kind = OF[b & 0xFF];
    return kind == LETTER || kind == DIGIT;
  }
}
