package org.trainingexporter.parse.json.template;

import java.util.Arrays;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.number.NumberScan;
import org.trainingexporter.parse.record.KeyTree;
import org.trainingexporter.parse.record.RecordReader;

/**
 * A line's bytes without its values. To read a line is to compare the bytes between the values and
 * to scan the numbers; a line that differs in any other way does not fit. One thread.
 */
final class LineTemplate {
  private static final byte[] NULL = {'n', 'u', 'l', 'l'};

  private final byte[][] before;
  private final KeyTree.KeyNode[] keys;
  private final byte[] last;
  private final double[] values;
  private final NumberScan number = new NumberScan();

  /**
   * A template of a line with values under these keys.
   *
   * @param between the bytes before each value, and those after the last
   */
  LineTemplate(List<byte[]> between, List<KeyTree.KeyNode> keys) {
    this.keys = keys.toArray(KeyTree.KeyNode[]::new);
    this.before = between.subList(0, keys.size()).toArray(byte[][]::new);
    this.last = between.get(keys.size());
    this.values = new double[keys.size()];
  }

  /**
   * Reads the values of the line at that offset, if it fits; {@link #addValues} then adds them.
   *
   * @param end of the block, which ends in a line end: nothing here reads past it
   * @return where the line ends, or -1 where it does not fit
   */
  int read(byte[] bytes, int at, int end) {
    int p = at;
    for (int i = 0; i < before.length; i++) {
      p = fits(before[i], bytes, p, end) ? readValue(i, bytes, p + before[i].length) : -1;
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

  private int readValue(int i, byte[] bytes, int at) {
    values[i] = Double.NaN;
    switch (bytes[at]) {
      case 'n' -> {
        return fits(NULL, bytes, at, bytes.length) ? at + NULL.length : -1;
      }
      case '"' -> {
        return keys[i].ignoresText() ? endOfText(bytes, at + 1) : -1;
      }
      default -> {
        int end = number.read(bytes, at, bytes.length);
        values[i] = number.value();
        return end;
      }
    }
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

  /** Adds the numbers of the line that was read last, in their order. */
  void addValues(RecordReader reader, LogRecord into) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        reader.addNumber(keys[i].field, values[i], into);
      }
    }
  }
}
