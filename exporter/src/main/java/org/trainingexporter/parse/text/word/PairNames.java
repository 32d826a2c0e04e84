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
    return behindOthers(b, from, to) == from;
  }

  /** Whether the words only name sets of data or say that something begins: {@code Train}. */
  public static boolean isOpening(byte[] b, int from, int to) {
    int p = from;
    while (p < to) {
      int end = endOfWord(b, p, to);
      if (Words.set(b, p, end) == DataSet.NONE && !Words.opensPosition(b, p, end)) {
        return false;
      }
      p = ValueScan.skipBlanks(b, end, to);
    }
    return true;
  }

  /**
   * Where a name ends whose position follows: {@code Loss} in {@code Loss after step}. It is {@code
   * from} where these words name nothing that a position could be of.
   */
  public static int beforePlace(byte[] b, int from, int to) {
    int link = behindOthers(b, from, to);
    if (link == to || link == from || Words.set(b, link, endOfWord(b, link, to)) != DataSet.NONE) {
      return from;
    }
    return trimmed(b, from, link);
  }

  /** Where these words end without the blanks behind them. */
  public static int trimmed(byte[] b, int from, int to) {
    int end = to;
    while (end > from && (b[end - 1] == ' ' || b[end - 1] == '\t')) {
      end--;
    }
    return end;
  }

  /** Where the last words begin that all may stand before a position. */
  private static int behindOthers(byte[] b, int from, int to) {
    int start = from;
    int p = from;
    while (p < to) {
      int end = endOfWord(b, p, to);
      boolean fits =
          Words.set(b, p, end) != DataSet.NONE
              || Words.standsBeforePosition(b, p, end)
              || Words.opensPosition(b, p, end);
      p = ValueScan.skipBlanks(b, end, to);
      start = fits ? start : p;
    }
    return start;
  }

  private static int endOfWord(byte[] b, int from, int to) {
    int end = from;
    while (end < to && b[end] != ' ' && b[end] != '\t') {
      end++;
    }
    return end;
  }

  /** How many words these are. */
  public static int words(byte[] b, int from, int to) {
    int words = 0;
    for (int p = from; p < to; p = ValueScan.skipBlanks(b, endOfWord(b, p, to), to)) {
      words++;
    }
    return words;
  }

  public static int pastDigits(byte[] b, int from, int to) {
    int p = from;
    while (p < to && ByteKinds.isDigit(b[p])) {
      p++;
    }
    return p;
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
    int start = ValueScan.skipBlanks(b, p + 1, to);
    p = pastDigits(b, start, to);
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

  /** Past {@code -->} or {@code ->}; -1 where none begins. */
  public static int pastArrow(byte[] b, int from, int to) {
    int p = from;
    while (p < to && b[p] == '-') {
      p++;
    }
    return p > from && p < to && b[p] == '>' ? p + 1 : -1;
  }

  /** Whether an arrow and a number follow: {@code 0.5 --> 0.4} says that a value has changed. */
  public static boolean isChange(byte[] b, int from, int to) {
    int p = pastArrow(b, ValueScan.skipBlanks(b, from, to), to);
    return p > 0 && isNumber(b, p, to);
  }

  /** Whether a number follows. */
  public static boolean isNumber(byte[] b, int from, int to) {
    int p = ValueScan.skipBlanks(b, from, to);
    boolean signed = p + 1 < to && (b[p] == '-' || b[p] == '+' || b[p] == '.');
    return p < to && ByteKinds.isDigit(b[signed ? p + 1 : p]);
  }
}
