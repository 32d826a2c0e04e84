package org.trainingexporter.parse.scan;

import java.util.Arrays;
import org.trainingexporter.parse.number.NumberScan;
import org.trainingexporter.tail.Block;

/**
 * The values of lines that are alike: a row of numbers for each, NaN where there is none, and where
 * its texts stand. Used again. One thread at a time.
 */
public final class LineValues {
  /** After so many lines in a row that are not alike, the rest of a block is left to the parser. */
  public static final int MOST_MISSES = 16;

  private static final int FIRST_ROWS = 16;

  public final NumberScan scan = new NumberScan();
  private int columns;
  private boolean hasTexts;
  private int row;

  /** The first row that {@link #rowAt} has not passed. */
  private int next;

  /** The place of the row's first value. */
  private int base;

  private double[] numbers = {};

  /** Begin and end of each text; the begin of what is no text is negative. */
  private int[] texts = {};

  /** Begin and end of each line. */
  private int[] lines = new int[2 * FIRST_ROWS];

  /** Reads one line. */
  @FunctionalInterface
  public interface LineReading {
    /**
     * Reads the values of the line at that offset, if it is alike, into the row that comes next.
     *
     * @param end of the block
     * @return where the line ends, or -1 where it is another
     */
    int read(byte[] bytes, int at, int end, LineValues into);
  }

  /** Keeps the rows of all lines of a block that are alike; {@link #begin} comes before. */
  public void readAll(Block block, LineReading reading) {
    byte[] bytes = block.bytes();
    int at = block.from();
    int end = block.to();
    int misses = 0;
    while (at < end && misses <= MOST_MISSES) {
      if (isBlank(bytes[at])) {
        at++;
        continue;
      }
      int to = reading.read(bytes, at, end, this);
      misses = to < 0 ? misses + 1 : 0;
      if (to < 0) {
        to = endOfLine(bytes, at, end);
      } else {
        keep(at, to);
      }
      at = to;
    }
  }

  private static boolean isBlank(byte b) {
    return b == '\n' || b == '\r' || b == ' ' || b == '\t';
  }

  private static int endOfLine(byte[] bytes, int from, int end) {
    int at = from;
    while (at < end && bytes[at] != '\n') {
      at++;
    }
    return at;
  }

  /** Empties it for lines of so many columns. */
  public void begin(int ofColumns, boolean withTexts) {
    columns = ofColumns;
    hasTexts = withTexts;
    row = 0;
    next = 0;
    base = 0;
  }

  /** Makes room for the row that is read next. */
  public void makeRoom() {
    if (numbers.length < base + columns) {
      numbers = Arrays.copyOf(numbers, Math.max(FIRST_ROWS, 2 * row) * columns);
    }
    if (hasTexts && texts.length < 2 * (base + columns)) {
      texts = Arrays.copyOf(texts, 2 * Math.max(FIRST_ROWS, 2 * row) * columns);
    }
  }

  public void setNumber(int column, double value) {
    numbers[base + column] = value;
    if (hasTexts) {
      texts[2 * (base + column)] = -1;
    }
  }

  public void setText(int column, int from, int to) {
    numbers[base + column] = Double.NaN;
    texts[2 * (base + column)] = from;
    texts[2 * (base + column) + 1] = to;
  }

  /** Keeps the row that was read: its line stands there. */
  private void keep(int from, int to) {
    if (lines.length < 2 * (row + 1)) {
      lines = Arrays.copyOf(lines, 4 * row);
    }
    lines[2 * row] = from;
    lines[2 * row + 1] = to;
    row++;
    base += columns;
  }

  /** How many rows are kept. */
  public int rows() {
    return row;
  }

  /** The row of the line that begins there, or -1. Lines are asked for in their order. */
  public int rowAt(int start) {
    while (next < row && lines[2 * next] < start) {
      next++;
    }
    return next < row && lines[2 * next] == start ? next : -1;
  }

  public int lineEnd(int of) {
    return lines[2 * of + 1];
  }

  public double number(int of, int column) {
    return numbers[of * columns + column];
  }

  /** Where the text begins; negative where there is none. */
  public int textStart(int of, int column) {
    return texts[2 * (of * columns + column)];
  }

  public int textEnd(int of, int column) {
    return texts[2 * (of * columns + column) + 1];
  }
}
