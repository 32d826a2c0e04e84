package org.trainingexporter.parse.text.literal;

import java.nio.charset.StandardCharsets;
import org.trainingexporter.parse.number.NonFinite;
import org.trainingexporter.parse.number.TextNumbers;

/** Numbers, words and calls of a literal; what JSON has no word for becomes null. */
final class LiteralValues {
  private static final int LONGEST = 64;

  private final Reader any;
  private final JsonText out;

  /** Reads any value; gives where it ends or -1. */
  @FunctionalInterface
  interface Reader {
    int read(int from, int depth);
  }

  LiteralValues(Reader any, JsonText out) {
    this.any = any;
    this.out = out;
  }

  int read(byte[] b, int from, int to, int depth) {
    if (b[from] == '<') {
      out.add("null");
      return pastClose(b, from, to, '<', '>');
    }
    int p = from;
    while (p < to && isPart(b[p])) {
      p++;
    }
    if (p == from) {
      return -1;
    }
    if (p < to && b[p] == '(') {
      return readCall(b, from, p, to, depth);
    }
    if (p < to && (b[p] == '\'' || b[p] == '"') && p - from <= 2) {
      return out.addText(b, p, to); // b'...', r'...'
    }
    if (isJsonNumber(b, from, p)) {
      out.add(b, from, p);
    } else {
      out.add(
          word(p - from > LONGEST ? "" : new String(b, from, p - from, StandardCharsets.UTF_8)));
    }
    return p;
  }

  private static boolean isPart(byte c) {
    return (c >= '0' && c <= '9')
        || (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || c < 0
        || "_+-.#".indexOf(c) >= 0;
  }

  /** A call's first argument stands for it: {@code tensor(2.5, device='cuda:0')}. */
  private int readCall(byte[] b, int from, int open, int to, int depth) {
    int close = pastClose(b, open, to, '(', ')');
    boolean payload = open - from <= 4 && NonFinite.isSpelt(text(b, from, open)); // nan(ind)
    if (close < 0 || payload || close == open + 2) {
      out.add(payload ? "NaN" : "null");
      return close;
    }
    return any.read(open + 1, depth + 1) < 0 ? -1 : close;
  }

  private static String text(byte[] b, int from, int to) {
    return new String(b, from, to - from, StandardCharsets.ISO_8859_1);
  }

  private static int pastClose(byte[] b, int from, int to, char open, char close) {
    int depth = 0;
    byte quote = 0;
    for (int p = from; p < to; p++) {
      if (quote != 0) {
        quote = b[p] == quote ? 0 : quote;
      } else if (b[p] == '\'' || b[p] == '"') {
        quote = b[p];
      } else {
        depth += b[p] == open ? 1 : b[p] == close ? -1 : 0;
        if (depth == 0) {
          return p + 1;
        }
      }
    }
    return -1;
  }

  private static String word(String t) {
    switch (t) {
      case "True", "true" -> {
        return "true";
      }
      case "False", "false" -> {
        return "false";
      }
      default -> {
        double value = TextNumbers.number(t.replace("_", ""));
        if (Double.isNaN(value)) {
          return NonFinite.isSpelt(t) ? "NaN" : "null";
        }
        return Double.isInfinite(value) ? value > 0 ? "Infinity" : "-Infinity" : "" + value;
      }
    }
  }

  private static boolean isJsonNumber(byte[] b, int from, int to) {
    int p = b[from] == '-' ? from + 1 : from;
    int digits = p;
    while (p < to && isDigit(b[p])) {
      p++;
    }
    if (p == digits || (b[digits] == '0' && p > digits + 1)) {
      return false;
    }
    if (p < to && b[p] == '.') {
      digits = ++p;
      while (p < to && isDigit(b[p])) {
        p++;
      }
      if (p == digits) {
        return false;
      }
    }
    if (p < to && (b[p] | 0x20) == 'e') {
      p += p + 1 < to && (b[p + 1] == '-' || b[p + 1] == '+') ? 2 : 1;
      digits = p;
      while (p < to && isDigit(b[p])) {
        p++;
      }
      return p == to && p > digits;
    }
    return p == to;
  }

  private static boolean isDigit(byte c) {
    return c >= '0' && c <= '9';
  }
}
