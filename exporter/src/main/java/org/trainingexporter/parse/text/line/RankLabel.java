package org.trainingexporter.parse.text.line;

import org.trainingexporter.parse.text.value.ByteKinds;
import org.trainingexporter.parse.text.value.ValueScan;
import org.trainingexporter.parse.text.value.WordSet;

/**
 * The rank that a launcher puts before each line of a process: {@code [rank3]:} as PyTorch does,
 * {@code [default3]:} as torchrun, {@code [1,3]<stdout>:} as mpirun. One thread.
 */
final class RankLabel {
  private static final WordSet WORDS = WordSet.ofAnyCase("rank", "default");
  private static final WordSet STREAMS = WordSet.of("stdout", "stderr");
  private static final int NONE = -1;
  private static final int MOST_DIGITS = 5;

  private int rank = NONE;
  private int digitsFrom;

  /** The rank of the line that was read last; -1 where it names none. */
  int rank() {
    return rank;
  }

  /** Reads the labels that the line begins with, and gives where they end. */
  int read(byte[] b, int from, int to) {
    rank = NONE;
    int p = from;
    for (int end = pastLabel(b, p, to); end > p; end = pastLabel(b, p, to)) {
      p = end;
    }
    return p;
  }

  /** Past a label that stands there, and the blanks behind it; the same place without one. */
  private int pastLabel(byte[] b, int from, int to) {
    if (from >= to || b[from] != '[') {
      return from;
    }
    int close = ByteKinds.isDigit(at(b, from + 1, to)) ? tag(b, from, to) : word(b, from, to);
    if (close < 0) {
      return from;
    }
    int p = close + 1;
    while (p < to && b[p] == ':') {
      p++;
    }
    rank = number(b, digitsFrom, close);
    return ValueScan.skipBlanks(b, p, to);
  }

  /**
   * The bracket that closes {@code [rank3]}, {@code [Rank 3]} or {@code [rank=3]}; -1 elsewhere.
   */
  private int word(byte[] b, int from, int to) {
    int end = from + 1;
    while (end < to && ByteKinds.of(b[end]) == ByteKinds.LETTER) {
      end++;
    }
    if (!WORDS.contains(b, from + 1, end)) {
      return -1;
    }
    boolean joined = " _-=:".indexOf(at(b, end, to)) >= 0;
    int close = pastDigits(b, joined ? end + 1 : end, to);
    return at(b, close, to) == ']' ? close : -1;
  }

  /** The last byte but the colon of {@code [1,3]<stdout>:}; -1 elsewhere. */
  private int tag(byte[] b, int from, int to) {
    int comma = pastDigits(b, from + 1, to);
    if (at(b, comma, to) != ',') {
      return -1;
    }
    int close = pastDigits(b, comma + 1, to);
    boolean named = at(b, close, to) == ']' && at(b, close + 1, to) == '<';
    int stream = close + 2;
    boolean ends = named && at(b, stream + 6, to) == '>' && STREAMS.contains(b, stream, stream + 6);
    return ends ? stream + 6 : -1;
  }

  /** Past one to five digits; a place behind the line without any. */
  private int pastDigits(byte[] b, int from, int to) {
    int p = from;
    while (p < to && p - from < MOST_DIGITS && ByteKinds.isDigit(b[p])) {
      p++;
    }
    digitsFrom = from;
    return p > from ? p : to;
  }

  private static byte at(byte[] b, int p, int to) {
    return p < to ? b[p] : 0;
  }

  private static int number(byte[] b, int from, int to) {
    int number = 0;
    for (int p = from; p < to && ByteKinds.isDigit(b[p]); p++) {
      number = 10 * number + b[p] - '0';
    }
    return number;
  }
}
