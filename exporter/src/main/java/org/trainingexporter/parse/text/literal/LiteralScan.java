package org.trainingexporter.parse.text.literal;

/**
 * Writes an object that a line holds, in JSON or as Python prints it, as JSON: single quotes, None,
 * True, nan, tuples, tensors and arrays. One thread.
 */
public final class LiteralScan {
  private static final int DEEPEST = 100;

  private final JsonText out = new JsonText();
  private final LiteralValues values = new LiteralValues(this::readValue, out);
  private byte[] b;
  private int to;

  /** The object in JSON with a line end behind it, after {@link #read} found one. */
  public byte[] json() {
    return out.bytes();
  }

  /** The length of {@link #json}, with the line end. */
  public int length() {
    return out.length();
  }

  /** Whether an object may begin there: a brace, then a quote or the end. */
  public static boolean mayBegin(byte[] b, int at, int to) {
    int p = at + 1;
    while (p < to && b[p] == ' ') {
      p++;
    }
    return p < to && (b[p] == '"' || b[p] == '\'' || b[p] == '}');
  }

  /**
   * Reads the object that begins there.
   *
   * @return where it ends, or -1 where it is none or broken
   */
  public int read(byte[] bytes, int from, int end) {
    b = bytes;
    to = end;
    out.clear();
    int p = readObject(from, 0);
    out.add('\n');
    return p;
  }

  private int readValue(int from, int depth) {
    int p = skipBlanks(from);
    if (p >= to || depth > DEEPEST) {
      return -1;
    }
    return switch (b[p]) {
      case '{' -> readObject(p, depth + 1);
      case '[', '(' -> readList(p, depth + 1);
      case '"', '\'' -> out.addText(b, p, to);
      default -> values.read(b, p, to, depth);
    };
  }

  private int readObject(int from, int depth) {
    out.add('{');
    int p = skipBlanks(from + 1);
    boolean first = true;
    while (p >= 0 && p < to && b[p] != '}') {
      if (!first) {
        out.add(',');
      }
      first = false;
      p = b[p] == '"' || b[p] == '\'' ? out.addText(b, p, to) : readPlainKey(p);
      p = p < 0 ? -1 : skipBlanks(p);
      if (p < 0 || p >= to || b[p] != ':') {
        return -1;
      }
      out.add(':');
      p = readValue(p + 1, depth);
      p = p < 0 ? -1 : pastComma(p, '}');
    }
    out.add('}');
    return p < 0 || p >= to ? -1 : p + 1;
  }

  /** A number or a word as a key. */
  private int readPlainKey(int from) {
    int p = from;
    while (p < to && b[p] != ':' && b[p] != '}' && b[p] != ',' && b[p] != '"' && b[p] >= ' ') {
      p++;
    }
    out.addQuoted(b, from, p);
    return p;
  }

  private int readList(int from, int depth) {
    byte close = (byte) (b[from] == '[' ? ']' : ')');
    out.add('[');
    int p = skipBlanks(from + 1);
    boolean first = true;
    while (p >= 0 && p < to && b[p] != close) {
      if (!first) {
        out.add(',');
      }
      first = false;
      p = readValue(p, depth);
      p = p < 0 ? -1 : pastComma(p, close);
    }
    out.add(']');
    return p < 0 || p >= to ? -1 : p + 1;
  }

  /** Past a comma, or at what closes; -1 where neither stands. */
  private int pastComma(int from, int close) {
    int p = skipBlanks(from);
    if (p < to && b[p] == ',') {
      return skipBlanks(p + 1);
    }
    return p < to && b[p] == close ? p : -1;
  }

  private int skipBlanks(int from) {
    int p = from;
    while (p < to && (b[p] == ' ' || b[p] == '\t')) {
      p++;
    }
    return p;
  }
}
