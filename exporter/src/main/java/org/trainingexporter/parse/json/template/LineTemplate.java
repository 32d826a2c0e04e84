package org.trainingexporter.parse.json.template;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.number.NumberScan;
import org.trainingexporter.parse.record.KeyTree;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.scan.LineValues;

/**
 * A line's bytes without its values. To read a line is to compare the bytes between the values and
 * to scan the numbers; a line that differs in any other way does not fit. Any thread may read lines
 * into values of its own; what they mean is for the thread of the log's reader.
 */
final class LineTemplate {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final byte[][] before;
  private final KeyTree.KeyNode[] keys;
  private final byte[] last;
  private final boolean hasTexts;

  /** The newest text under each key: many are the same line by line. */
  private final String[] texts;

  /**
   * A template of a line with values under these keys.
   *
   * @param between the bytes before each value, and those after the last
   * @param hasTexts whether one of the values was a text; else none may be
   */
  LineTemplate(List<byte[]> between, List<KeyTree.KeyNode> keys, boolean hasTexts) {
    this.keys = keys.toArray(KeyTree.KeyNode[]::new);
    this.before = between.subList(0, keys.size()).toArray(byte[][]::new);
    this.last = between.get(keys.size());
    this.hasTexts = hasTexts;
    this.texts = new String[keys.size()];
  }

  /** Prepares values for lines of this template. */
  void begin(LineValues values) {
    values.begin(keys.length, hasTexts);
  }

  /**
   * Reads the values of the line at that offset, if it fits, into a new row.
   *
   * @param end of the block, which ends in a line end: nothing here reads past it
   * @return where the line ends, or -1 where it does not fit
   */
  int read(byte[] bytes, int at, int end, LineValues into) {
    into.makeRoom();
    NumberScan scan = into.scan;
    int p = at;
    for (int i = 0; i < before.length; i++) {
      byte[] expected = before[i];
      if (!fits(expected, bytes, p, end)) {
        return -1;
      }
      p += expected.length;
      byte first = bytes[p];
      if (first == 'n' || first == '"') {
        p = readOther(i, bytes, p, into);
      } else {
        p = scan.read(bytes, p, end);
        into.setNumber(i, scan.value());
      }
      if (p < 0) {
        return -1;
      }
    }
    if (!fits(last, bytes, p, end)) {
      return -1;
    }
    p += last.length;
    while (bytes[p] == '\r' || bytes[p] == ' ' || bytes[p] == '\t') {
      p++;
    }
    return bytes[p] == '\n' ? p : -1;
  }

  private static boolean fits(byte[] expected, byte[] bytes, int at, int end) {
    int to = at + expected.length;
    return to < end && Arrays.equals(expected, 0, expected.length, bytes, at, to);
  }

  /** Reads null, or a text. */
  private int readOther(int i, byte[] bytes, int at, LineValues into) {
    if (bytes[at] == 'n') {
      into.setNumber(i, Double.NaN);
      return fits(NULL, bytes, at, bytes.length) ? at + NULL.length : -1;
    }
    int end = hasTexts ? endOfText(bytes, at + 1) : -1;
    if (end > 0) {
      into.setText(i, at + 1, end - 1);
    }
    return end;
  }

  /** Past a text of plain ASCII; -1 for any other, since the parser may reject it. */
  private static int endOfText(byte[] bytes, int from) {
    int p = from;
    while (bytes[p] != '"') {
      if (bytes[p] < ' ' || bytes[p] == '\\') {
        return -1;
      }
      p++;
    }
    return p + 1;
  }

  /** Whether a text of the row may make its record another than its numbers and times alone. */
  boolean needsParser(RecordReader reader, LineValues values, int row, byte[] bytes) {
    for (int i = 0; hasTexts && i < keys.length; i++) {
      if (values.textStart(row, i) >= 0
          && !keys[i].ignoresText()
          && (reader.collectsSettings()
              || reader.namesSettings(keys[i], text(values, row, i, bytes)))) {
        return true;
      }
    }
    return false;
  }

  /** Adds the values of a row in their order. */
  void addValues(RecordReader reader, LineValues values, int row, byte[] bytes, LogRecord into) {
    for (int i = 0; i < keys.length; i++) {
      double number = values.number(row, i);
      if (!Double.isNaN(number)) {
        reader.addNumber(keys[i].field, number, into);
      } else if (hasTexts && values.textStart(row, i) >= 0 && !keys[i].ignoresText()) {
        reader.addTextUnder(keys[i], text(values, row, i, bytes), into);
      }
    }
  }

  private String text(LineValues values, int row, int column, byte[] bytes) {
    int from = values.textStart(row, column);
    int length = values.textEnd(row, column) - from;
    String newest = texts[column];
    if (newest == null || !isSame(newest, bytes, from, length)) {
      newest = new String(bytes, from, length, StandardCharsets.ISO_8859_1);
      texts[column] = newest;
    }
    return newest;
  }

  private static boolean isSame(String text, byte[] bytes, int from, int length) {
    if (text.length() != length) {
      return false;
    }
    for (int i = length - 1; i >= 0; i--) { // what differs is mostly at the end
      if (text.charAt(i) != bytes[from + i]) {
        return false;
      }
    }
    return true;
  }
}
