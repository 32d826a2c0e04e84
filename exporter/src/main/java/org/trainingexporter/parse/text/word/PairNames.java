package org.trainingexporter.parse.text.word;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.ValueScan;

/** What the words of a name are to a pair. */
public final class PairNames {
  private PairNames() {}

  /** Where the last word of a name begins. */
  public static int lastWord(byte[] b, int from, int to) {
    int p = to;
    while (p > from && b[p - 1] != ' ' && b[p - 1] != '\t') {
      p--;
    }
    return p;
  }

  /** Whether a position stays one behind these words: {@code Train Epoch}, {@code end of epoch}. */
  public static boolean isPlace(byte[] b, int from, int to) {
    return are(b, from, to, true);
  }

  /** Whether the words only name sets of data: {@code Train}. */
  public static boolean areSets(byte[] b, int from, int to) {
    return are(b, from, to, false);
  }

  private static boolean are(byte[] b, int from, int to, boolean orConnecting) {
    int p = from;
    while (p < to) {
      int end = p;
      while (end < to && b[end] != ' ' && b[end] != '\t') {
        end++;
      }
      boolean fits =
          Words.set(b, p, end) != DataSet.NONE
              || (orConnecting && Words.standsBeforePosition(b, p, end));
      if (!fits) {
        return false;
      }
      p = ValueScan.skipBlanks(b, end, to);
    }
    return true;
  }

  /** Whether words follow that a colon or an equals sign ends: what stands there is their name. */
  public static boolean goesOn(byte[] b, int from, int to) {
    int p = ValueScan.skipBlanks(b, from, to);
    int start = p;
    while (p < to && (ByteKinds.isWord(b[p]) || b[p] == ' ' || b[p] == '_')) {
      p++;
    }
    return p > start
        && p < to
        && (b[p] == ':' || b[p] == '=')
        && ByteKinds.of(b[start]) == ByteKinds.LETTER;
  }

  /** Whether {@code N/M} follows in brackets. */
  public static boolean isCounter(byte[] b, int from, int to) {
    int p = ValueScan.skipBlanks(b, from, to);
    if (p == to || b[p] != '[') {
      return false;
    }
    p = ValueScan.skipBlanks(b, p + 1, to);
    int start = p;
    while (p < to && ByteKinds.isDigit(b[p])) {
      p++;
    }
    return p > start && p + 1 < to && b[p] == '/' && ByteKinds.isDigit(b[p + 1]);
  }

  /** Whether no digit stands among these words. */
  public static boolean goesOnInLetters(byte[] b, int from, int to) {
    int p = from;
    while (p < to && (ByteKinds.of(b[p]) == ByteKinds.LETTER || b[p] == ' ')) {
      p++;
    }
    return p < to && (b[p] == ':' || b[p] == '=');
  }

  /** Whether an arrow follows: {@code 0.5 --> 0.4} tells of a change. */
  public static boolean isArrow(byte[] b, int from, int to) {
    int p = ValueScan.skipBlanks(b, from, to);
    while (p < to && b[p] == '-') {
      p++;
    }
    return p > from && p < to && b[p] == '>' && b[p - 1] == '-';
  }
}
