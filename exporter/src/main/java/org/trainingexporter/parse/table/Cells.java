package org.trainingexporter.parse.table;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.parse.number.NumberScan;

/**
 * The cells of one line, as places in its bytes. A cell may be padded, and may stand in quotes, in
 * which a doubled quote is one. One instance serves line after line. One thread.
 */
final class Cells {
  private byte[] in;
  private int[] starts = new int[32];
  private int[] ends = new int[32];
  private int count;
  private final NumberScan scan = new NumberScan();

  /** A cell with a point instead of its comma. */
  private final byte[] pointed = new byte[32];

  /**
   * Splits a line.
   *
   * @return whether it could be split: a quote that opens must close
   */
  boolean split(byte[] bytes, int from, int to, Delimiter delimiter) {
    in = bytes;
    count = 0;
    int end = to;
    while (end > from && isBlank(bytes[end - 1]) && bytes[end - 1] != delimiter.mark) {
      end--;
    }
    return delimiter.isBlanks()
        ? splitBlanks(from, end, delimiter == Delimiter.BLANKS ? 1 : 2)
        : splitMarks(from, end, delimiter.mark);
  }

  private boolean splitMarks(int from, int end, byte mark) {
    int at = from;
    while (true) {
      while (at < end && in[at] != mark && isBlank(in[at])) {
        at++;
      }
      int start = at;
      if (at < end && in[at] == '"') {
        at = endOfQuotes(at, end);
        if (at < 0) {
          return false;
        }
      }
      while (at < end && in[at] != mark) {
        at++;
      }
      add(start, at);
      if (at >= end) {
        return true;
      }
      at++;
    }
  }

  private boolean splitBlanks(int from, int end, int least) {
    int at = from;
    while (at < end) {
      while (at < end && isBlank(in[at])) {
        at++;
      }
      int start = at;
      int blanks = 0;
      while (at < end && blanks < least) {
        blanks = isBlank(in[at]) ? blanks + (in[at] == '\t' ? least : 1) : 0;
        at++;
      }
      if (at > start) {
        add(start, at);
      }
    }
    return true;
  }

  /** Behind the closing quote; -1 where there is none. */
  private int endOfQuotes(int open, int end) {
    for (int i = open + 1; i < end; i++) {
      if (in[i] == '"') {
        if (i + 1 < end && in[i + 1] == '"') {
          i++;
        } else {
          return i + 1;
        }
      }
    }
    return -1;
  }

  private void add(int start, int to) {
    int end = to;
    while (end > start && isBlank(in[end - 1])) {
      end--;
    }
    if (count == starts.length) {
      starts = Arrays.copyOf(starts, 2 * count);
      ends = Arrays.copyOf(ends, 2 * count);
    }
    starts[count] = start;
    ends[count++] = end;
  }

  private static boolean isBlank(byte b) {
    return b == ' ' || b == '\t' || b == '\r';
  }

  int count() {
    return count;
  }

  /** The number of cells without the empty ones at the end. */
  int filled() {
    int filled = count;
    while (filled > 0 && starts[filled - 1] == ends[filled - 1]) {
      filled--;
    }
    return filled;
  }

  boolean isEmpty(int cell) {
    return starts[cell] == ends[cell];
  }

  /**
   * Whether the whole cell is a plain number, behind semicolons with a decimal comma too; {@link
   * #plainNumber} is its value.
   */
  boolean isPlainNumber(int cell, Delimiter delimiter) {
    int from = starts[cell];
    int to = ends[cell];
    if (scan.read(in, from, to) == to) {
      return true;
    }
    if (delimiter != Delimiter.SEMICOLON || to - from > pointed.length) {
      return false;
    }
    int commas = 0;
    for (int i = from; i < to; i++) {
      commas += in[i] == ',' ? 1 : in[i] == '.' ? 2 : 0;
      pointed[i - from] = in[i] == ',' ? (byte) '.' : in[i];
    }
    return commas == 1 && scan.read(pointed, 0, to - from) == to - from;
  }

  double plainNumber() {
    return scan.value();
  }

  /** The cell's text, without its quotes. */
  String text(int cell) {
    int start = starts[cell];
    int end = ends[cell];
    if (end - start > 1 && in[start] == '"' && in[end - 1] == '"') {
      String quoted = new String(in, start + 1, end - start - 2, StandardCharsets.UTF_8);
      return quoted.replace("\"\"", "\"").strip();
    }
    return new String(in, start, end - start, StandardCharsets.UTF_8).strip();
  }

  List<String> texts() {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      texts.add(text(i));
    }
    return texts;
  }
}
