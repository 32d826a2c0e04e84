package org.trainingexporter.parse.table;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.scan.LineValues;
import org.trainingexporter.parse.source.BlockScan;
import org.trainingexporter.tail.Block;

/**
 * The rows of a block that hold plain numbers and empty cells alone, one for each name. All other
 * lines are left to the parser, which would read these alike.
 */
final class NumberRows implements BlockScan {
  private final TableHeader header;
  private final LineValues values;
  private final byte mark;
  private final int columns;

  /** The rows that were found in a parser's block. One thread. */
  static final class FoundRows {
    private NumberRows found;

    /** Of an earlier scan, to be used again. */
    private LineValues spare = new LineValues();

    /** What scans a block under that header; null where only the parser can read it. */
    NumberRows scanner(TableHeader header) {
      if (header == null
          || (header.delimiter() != Delimiter.COMMA && header.delimiter() != Delimiter.TAB)) {
        return null; // one mark stands between two cells, and no number holds it
      }
      LineValues into = spare == null ? new LineValues() : spare;
      spare = null;
      return new NumberRows(header, into);
    }

    /** The rows of the block that comes now; null where none were found. */
    void begin(BlockScan scan) {
      spare = found == null ? spare : found.values;
      found = scan instanceof NumberRows numbers ? numbers : null;
    }

    /** The row under that header that begins there, or -1. */
    int rowAt(int start, TableHeader header) {
      return found != null && found.header == header ? found.values.rowAt(start) : -1;
    }

    /** Adds the numbers of a row in their order, and says where its line ends. */
    int add(int row, RecordReader reader, LogRecord into) {
      for (int i = 0; i < found.columns; i++) {
        double number = found.values.number(row, i);
        Field field = found.header.field(i);
        if (field != null && !Double.isNaN(number)) {
          reader.addNumber(field, number, into);
        }
      }
      return found.values.lineEnd(row);
    }
  }

  /**
   * @param values into which is read, of an earlier scan that nobody needs any more
   */
  NumberRows(TableHeader header, LineValues values) {
    this.header = header;
    this.values = values;
    this.mark = header.delimiter().mark;
    this.columns = header.size();
  }

  @Override
  public void scan(Block block) {
    values.begin(columns, false);
    values.readAll(block, this::read);
  }

  /** Where the row that begins there ends, or -1 where it holds anything else. */
  private int read(byte[] bytes, int at, int end, LineValues into) {
    if (bytes[at] != '-' && (bytes[at] < '0' || bytes[at] > '9')) {
      return -1; // an empty first cell may be anything
    }
    into.makeRoom();
    int p = at;
    for (int i = 0; i < columns; i++) {
      if (p < end && bytes[p] != mark && bytes[p] != '\r' && bytes[p] != '\n') {
        p = into.scan.read(bytes, p, end);
        if (p < 0) {
          return -1;
        }
        into.setNumber(i, into.scan.value());
      } else {
        into.setNumber(i, Double.NaN);
      }
      if (i < columns - 1) {
        if (p >= end || bytes[p] != mark) {
          return -1;
        }
        p++;
      }
    }
    if (p < end && bytes[p] == '\r') {
      p++;
    }
    return p < end && bytes[p] == '\n' ? p : -1;
  }
}
