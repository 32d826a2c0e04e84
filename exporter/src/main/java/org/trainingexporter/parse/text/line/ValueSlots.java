package org.trainingexporter.parse.text.line;

import java.util.Arrays;
import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.ValueScan;

/**
 * Where a scan has found values in a line, and of which pair each is. A line is of no use as a
 * template where a value, or what stands beside it, may decide how the rest is read.
 */
final class ValueSlots {
  /** The bytes that a value may hold without deciding anything; brackets change the depth. */
  private static final byte[] KINDS = new byte[128];

  private static final byte PLAIN = 1;
  private static final byte OPEN = 2;
  private static final byte CLOSE = 3;

  static {
    for (byte c = 0; c < 127; c++) {
      boolean plain = ByteKinds.isWord(c) || " +-.,:%/*".indexOf(c) >= 0;
      boolean open = c == '(' || c == '[';
      boolean close = c == ')' || c == ']';
      KINDS[c] = open ? OPEN : close ? CLOSE : plain ? PLAIN : 0;
    }
  }

  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int[] pairs = new int[32];
  private int size;
  private boolean spoiled;

  void clear() {
    size = 0;
    spoiled = false;
  }

  /** Lines like this one may be read in other ways. */
  void spoil() {
    spoiled = true;
  }

  /** A number that ends there is none; it may be one where what follows it is another value. */
  void passOver(byte[] b, int end, int to) {
    int next = ValueScan.skipBlanks(b, end, to);
    boolean joins = b[end - 1] == '/' || (next < to && (b[next] == '/' || b[next] == 'o'));
    spoiled |= joins;
  }

  /** A value without a pair has -1. */
  void add(int from, int to, int pair) {
    if (size == starts.length) {
      starts = Arrays.copyOf(starts, 2 * size);
      ends = Arrays.copyOf(ends, 2 * size);
      pairs = Arrays.copyOf(pairs, 2 * size);
    }
    starts[size] = from;
    ends[size] = to;
    pairs[size++] = pair;
  }

  int size() {
    return size;
  }

  int start(int i) {
    return starts[i];
  }

  int end(int i) {
    return ends[i];
  }

  int pair(int i) {
    return pairs[i];
  }

  /** Whether a line that differs from this one in its values alone is read as this one is. */
  boolean makeTemplate(byte[] b, int from) {
    if (spoiled || size == 0) {
      return false;
    }
    int before = from;
    for (int i = 0; i < size; i++) {
      if (starts[i] < before
          || !isPlain(b, starts[i], ends[i])
          || isInBracket(b, before, starts[i])) {
        return false;
      }
      before = ends[i];
    }
    return true;
  }

  /**
   * Whether a value begins with a digit, a sign or a bracket before a digit, and holds nothing that
   * a reader of what stands before it would stop at.
   */
  static boolean isPlain(byte[] b, int from, int to) {
    byte kind = ByteKinds.of(b[from]);
    boolean bracket = kind == ByteKinds.OPEN && ByteKinds.isDigit(b[from + 1]);
    if (!bracket && kind != ByteKinds.DIGIT && kind != ByteKinds.SIGN) {
      return false;
    }
    int depth = 0;
    for (int p = from; p < to; p++) {
      byte c = b[p] < 0 ? 0 : KINDS[b[p]];
      if (c == 0) {
        return false;
      }
      depth += c == OPEN ? 1 : c == CLOSE ? -1 : 0;
    }
    return depth == 0;
  }

  /** Whether a bracket opens in the token that the value ends. */
  private static boolean isInBracket(byte[] b, int from, int to) {
    for (int p = to - 1; p >= from && b[p] != ' '; p--) {
      if (ByteKinds.of(b[p]) == ByteKinds.OPEN) {
        return true;
      }
    }
    return false;
  }
}
