package org.trainingexporter.parse.json.template;

import java.util.Arrays;
import org.trainingexporter.parse.number.NumberScan;

/**
 * The values of lines that fit one template: a row of numbers for each, NaN where there is none,
 * and where its texts stand. Used again. One thread at a time.
 */
final class LineValues {
  private static final int FIRST_ROWS = 16;

  final NumberScan scan = new NumberScan();
  private int columns;
  private boolean hasTexts;
  private int row;

  /** The place of the row's first value. */
  private int base;

  private double[] numbers = {};

  /** Begin and end of each text; the begin of what is no text is negative. */
  private int[] texts = {};

  /** Begin and end of each line. */
  private int[] lines = new int[2 * FIRST_ROWS];

  void begin(int ofColumns, boolean withTexts) {
    columns = ofColumns;
    hasTexts = withTexts;
    row = 0;
    base = 0;
  }

  /** Makes room for the row that is read next. */
  void makeRoom() {
    if (numbers.length < base + columns) {
      numbers = Arrays.copyOf(numbers, Math.max(FIRST_ROWS, 2 * row) * columns);
    }
    if (hasTexts && texts.length < 2 * (base + columns)) {
      texts = Arrays.copyOf(texts, 2 * Math.max(FIRST_ROWS, 2 * row) * columns);
    }
  }

  void setNumber(int column, double value) {
    numbers[base + column] = value;
    if (hasTexts) {
      texts[2 * (base + column)] = -1;
    }
  }

  void setText(int column, int from, int to) {
    numbers[base + column] = Double.NaN;
    texts[2 * (base + column)] = from;
    texts[2 * (base + column) + 1] = to;
  }

  /** Keeps the row that was read: its line stands there. */
  void keep(int from, int to) {
    if (lines.length < 2 * (row + 1)) {
      lines = Arrays.copyOf(lines, 4 * row);
    }
    lines[2 * row] = from;
    lines[2 * row + 1] = to;
    row++;
    base += columns;
  }

  /** How many rows are kept. */
  int rows() {
    return row;
  }

  boolean hasTexts() {
    return hasTexts;
  }

  int lineStart(int of) {
    return lines[2 * of];
  }

  int lineEnd(int of) {
    return lines[2 * of + 1];
  }

  double number(int of, int column) {
    return numbers[of * columns + column];
  }

  /** Where the text begins; negative where there is none. */
  int textStart(int of, int column) {
    return texts[2 * (of * columns + column)];
  }

  int textEnd(int of, int column) {
    return texts[2 * (of * columns + column) + 1];
  }
}
