package org.trainingexporter.parse.text.value;

import java.nio.charset.StandardCharsets;
import org.trainingexporter.parse.number.NonFinite;
import org.trainingexporter.parse.number.NumberScan;

/**
 * Reads one number as people write it: 1e-05, 00094, .5, 26,495, nan, -inf, 1.#QNAN. One thread.
 */
public final class NumberText {
  private static final int LONGEST = 400;

  private final NumberScan scan = new NumberScan();

  public double value;

  /** Whether only digits were written. */
  public boolean isWhole;

  /**
   * Reads the number that begins there.
   *
   * @return where it ends, or -1 where none begins
   */
  public int read(byte[] b, int from, int to) {
    if (from >= to) {
      return -1;
    }
    int plain = b[from] != '+' ? scan.read(b, from, to) : -1;
    if (plain > 0 && (plain == to || ends(b, plain, to))) {
      value = scan.value();
      isWhole = scan.isWhole();
      return plain;
    }
    int p = from;
    boolean signed = p < to && (b[p] == '-' || b[p] == '+');
    p += signed ? 1 : 0;
    int digits = p;
    while (p < to && ByteKinds.isDigit(b[p])) {
      p++;
    }
    int whole = p - digits;
    if (p < to && b[p] == ',' && whole >= 1 && whole <= 3 && b[digits] != '0') {
      int end = endOfThousands(b, p, to);
      if (end > p) {
        return parse(b, from, endOfFraction(b, end, to), true);
      }
    }
    if (p < to && b[p] == '.') {
      p = endOfFraction(b, p, to);
      if (p < to && b[p] == '#') {
        return readWord(b, from, to);
      }
    }
    if (p == digits || (whole == 0 && p == digits + 1)) {
      return p == digits ? readWord(b, from, to) : -1;
    }
    isWhole = p == digits + whole && !signed;
    p = endOfExponent(b, p, to);
    int start = b[from] == '+' ? from + 1 : from;
    while (start + 1 < p && b[start] == '0' && ByteKinds.isDigit(b[start + 1])) {
      start++; // 00094
    }
    if (scan.read(b, start, to) == p) {
      value = scan.value();
      return p;
    }
    return parse(b, from, p, false);
  }

  /** Whether a number ends there for sure: no thousands follow, no second point. */
  private static boolean ends(byte[] b, int at, int to) {
    return switch (b[at]) {
      case '.', '#' -> false;
      case ',' -> at + 1 >= to || !ByteKinds.isDigit(b[at + 1]);
      default -> true;
    };
  }

  private int parse(byte[] b, int from, int to, boolean commas) {
    if (to - from > LONGEST) {
      return -1;
    }
    String text = new String(b, from, to - from, StandardCharsets.ISO_8859_1);
    isWhole &= !commas;
    value = Double.parseDouble(commas ? text.replace(",", "") : text);
    return to;
  }

  private static int endOfThousands(byte[] b, int comma, int to) {
    int p = comma;
    while (p + 3 < to
        && b[p] == ','
        && ByteKinds.isDigit(b[p + 1])
        && ByteKinds.isDigit(b[p + 2])
        && ByteKinds.isDigit(b[p + 3])) {
      p += 4;
    }
    return p < to && (ByteKinds.isDigit(b[p]) || b[p] == ',') ? comma : p;
  }

  private static int endOfFraction(byte[] b, int point, int to) {
    int p = point;
    if (p < to && b[p] == '.') {
      p++;
      while (p < to && ByteKinds.isDigit(b[p])) {
        p++;
      }
    }
    return p;
  }

  private static int endOfExponent(byte[] b, int from, int to) {
    int p = from;
    if (p + 1 < to && (b[p] | 0x20) == 'e') {
      p += b[p + 1] == '-' || b[p + 1] == '+' ? 2 : 1;
      int digits = p;
      while (p < to && ByteKinds.isDigit(b[p])) {
        p++;
      }
      return p > digits ? p : from;
    }
    return from;
  }

  /** A word for what is not finite; a word of other letters is none. */
  private int readWord(byte[] b, int from, int to) {
    int p = from;
    while (p < to && p - from < 16 && (ByteKinds.isWord(b[p]) || "+-#.".indexOf(b[p]) >= 0)) {
      p++;
    }
    int sign = b[from] == '-' || b[from] == '+' ? 1 : 0;
    if (p - from < 3 + sign || "nNiIqQ1".indexOf(b[from + sign]) < 0) {
      return -1;
    }
    byte second = b[from + sign + 1];
    if ((second | 0x20) != 'a' && (second | 0x20) != 'n' && second != '.') {
      return -1;
    }
    while (b[p - 1] == '.' || b[p - 1] == '-') {
      p--;
    }
    String word = new String(b, from, p - from, StandardCharsets.ISO_8859_1);
    if (!NonFinite.isSpelt(word)) {
      return -1;
    }
    isWhole = false;
    value = NonFinite.value(word);
    boolean payload = p + 1 < to && b[p] == '(' && Double.isNaN(value);
    return payload ? Math.max(p, endOfPayload(b, p, to)) : p;
  }

  /** {@code nan(ind)}: C may print which. */
  private static int endOfPayload(byte[] b, int open, int to) {
    int p = open + 1;
    while (p < to && ByteKinds.isWord(b[p])) {
      p++;
    }
    return p < to && b[p] == ')' ? p + 1 : -1;
  }
}
