package org.trainingexporter.parse.text.word;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.WordSet;

/** Where words of a line end, and which of them are no names. */
public final class WordScan {
  private static final WordSet ENDINGS =
      WordSet.ofAnyCase(
          "py", "cc", "cpp", "cu", "c", "h", "go", "rs", "java", "js", "ts", "pt", "pth", "ckpt",
          "log", "txt", "json", "jsonl", "yaml", "yml", "csv", "png", "bin", "npz", "h5", "tar");

  private static final WordSet TOP = WordSet.ofAnyCase("top");

  private WordScan() {}

  /** The end of the word that begins there; a word may hold points, slashes, dashes, brackets. */
  public static int end(byte[] b, int from, int to) {
    int p = from;
    while (true) {
      while (p < to && ByteKinds.isWord(b[p])) {
        p++;
      }
      int next = p + 1 < to ? pastJoint(b, p, from, to) : p;
      if (next == p) {
        return p;
      }
      p = next;
    }
  }

  /** Past what joins the parts of one word; {@code p} where it does not. */
  private static int pastJoint(byte[] b, int p, int from, int to) {
    switch (b[p]) {
      case '.', '-', '@' -> {
        return ByteKinds.isWord(b[p + 1]) ? p + 1 : p;
      }
      case '/' -> {
        return ByteKinds.isWord(b[p + 1]) || b[p + 1] == '/' ? p + 1 : p;
      }
      case '(', '[' -> {
        boolean letter = p > from && ByteKinds.of(b[p + 1]) == ByteKinds.LETTER;
        int close = letter ? close(b, p, to) : -1;
        boolean set = close > 0 && Words.set(b, p + 1, close - 1) != DataSet.NONE;
        return close < 0 || set ? p : close;
      }
      default -> {
        return p;
      }
    }
  }

  /** Past a bracket that belongs to a name, {@code lr(1e-3)}: short, of one word; else -1. */
  private static int close(byte[] b, int open, int to) {
    for (int p = open + 1; p < to && p - open < 24; p++) {
      if (ByteKinds.of(b[p]) == ByteKinds.CLOSE) {
        return p + 1;
      }
      if (!ByteKinds.isWord(b[p]) && b[p] != '/' && b[p] != '-' && b[p] != '.') {
        return -1;
      }
    }
    return -1;
  }

  /** Whether the word is no name: an address, a file with a line, what a path may hold. */
  public static boolean isPassedOver(byte[] b, int from, int end, int to) {
    if (end + 1 < to && b[end] == ':') {
      byte next = b[end + 1];
      return next == '/' || next == ':' || (ByteKinds.isDigit(next) && isFile(b, from, end));
    }
    return end < to && (b[end] == '?' || b[end] == '&' || b[end] == '\\');
  }

  /** Whether the bytes are a source file's name. */
  public static boolean isSource(byte[] b, int from, int end) {
    return end > from && isFile(b, from, end);
  }

  private static boolean isFile(byte[] b, int from, int end) {
    int least = Math.max(from, end - 6);
    for (int dot = end - 1; dot > least; dot--) {
      if (b[dot] == '.') {
        return ENDINGS.contains(b, dot + 1, end);
      }
    }
    return false;
  }

  public static boolean isTop(byte[] b, int from, int to) {
    return TOP.contains(b, from, to);
  }

  /**
   * Past a call with named arguments that is attached to a word, as Python prints a layer or its
   * settings; -1 where the bracket is none.
   */
  public static int pastCall(byte[] b, int open, int to) {
    int depth = 0;
    boolean named = false;
    for (int p = open; p < to; p++) {
      byte c = b[p];
      named |= c == '=' && ByteKinds.isWord(b[p - 1]) && depth > 0;
      depth += c == '(' || c == '[' || c == '{' ? 1 : c == ')' || c == ']' || c == '}' ? -1 : 0;
      if (depth == 0) {
        return named ? p + 1 : -1;
      }
    }
    return named ? to : -1;
  }

  /** Past a bracket that holds a unit and belongs to the name before it: {@code (ms):}; else -1. */
  public static int pastUnit(byte[] b, int open, int to) {
    int p = open + 1;
    while (p < to && p - open < 16 && (ByteKinds.isWord(b[p]) || "%/^-".indexOf(b[p]) >= 0)) {
      p++;
    }
    boolean unit = p > open + 1 && p + 1 < to && b[p] == ')';
    return unit && (b[p + 1] == ':' || b[p + 1] == '=') ? p + 1 : -1;
  }

  /** Whether a name is a path rather than words. */
  public static boolean isPath(byte[] b, int from, int to) {
    int slashes = 0;
    for (int p = from; p < to; p++) {
      slashes += b[p] == '/' ? 1 : 0;
    }
    return slashes > 3 || to - from > 80;
  }

  /** Past all that follows without a blank, comma or bar between. */
  public static int pastToken(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] != ' ' && b[p] != '\t' && b[p] != ',' && b[p] != '|' && b[p] != ';') {
      p++;
    }
    return p == from ? p + 1 : p;
  }

  /** Past a text in quotes; past a word with an apostrophe; past a quote that none closes. */
  public static int pastQuote(byte[] b, int quote, int to) {
    if (quote > 0 && ByteKinds.isWord(b[quote - 1]) && b[quote] == '\'') {
      return pastToken(b, quote + 1, to);
    }
    for (int p = quote + 1; p < to; p++) {
      if (b[p] == b[quote]) {
        return p + 1;
      }
    }
    return quote + 1;
  }

  /** Past a bracket that holds one word, from its first letter on; -1 where it holds more. */
  public static int pastWord(byte[] b, int from, int to) {
    int p = from;
    while (p < to && ByteKinds.isWord(b[p])) {
      p++;
    }
    return p < to && ByteKinds.of(b[p]) == ByteKinds.CLOSE ? p + 1 : -1;
  }

  /** Past a character that is no letter, of whatever length. */
  public static int pastSymbol(byte[] b, int from, int to) {
    int p = from + 1;
    while (b[from] < 0 && p < to && (b[p] & 0xC0) == 0x80) {
      p++;
    }
    return p;
  }

  /** Past a bar of Keras, {@code [===>....]}. */
  public static int pastBar(byte[] b, int open, int to) {
    int p = open + 1;
    while (p < to && b[p] != ']') {
      if (b[p] != '=' && b[p] != '>' && b[p] != '.' && b[p] != ' ') {
        return p;
      }
      p++;
    }
    return Math.min(to, p + 1);
  }

  /** Past a bracket that names a place in a source file; -1 for any other. */
  public static int pastSource(byte[] b, int open, int to) {
    boolean place = false;
    for (int p = open + 1; p < to && p - open < 100 && b[p] != ' '; p++) {
      if (ByteKinds.of(b[p]) == ByteKinds.CLOSE) {
        return place ? p + 1 : -1;
      }
      place |= b[p] == ':' && isFile(b, open + 1, p);
    }
    return -1;
  }
}
