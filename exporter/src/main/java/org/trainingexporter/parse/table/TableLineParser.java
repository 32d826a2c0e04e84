package org.trainingexporter.parse.table;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.number.TextNumbers;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.BlockScan;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.parse.table.NumberRows.FoundRows;
import org.trainingexporter.tail.Block;

/**
 * Lines of a table under a header. Names and cells may be padded; an empty cell is no value. A row
 * of another width gives the cells that have a name. A repeated header starts a new table. One
 * thread.
 */
final class TableLineParser implements LineParser {
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final HeaderLines headers;
  private final Cells cells = new Cells();

  private byte[] bytes;
  private int at;
  private int end;
  private long line = 1;
  private long rows;
  private Utf16Lines encoding;

  private final FoundRows found = new FoundRows();

  /**
   * @param hasPreamble whether other lines may stand before the header
   */
  TableLineParser(boolean hasPreamble, RecordReader reader, RejectionListener rejections) {
    this.reader = reader;
    this.rejections = rejections;
    this.headers = new HeaderLines(hasPreamble, reader);
  }

  @Override
  public void begin() {
    line = 1;
    rows = 0;
    headers.begin();
    encoding = null;
  }

  @Override
  public BlockScan scanAhead() {
    return rows == 0 || encoding != null ? null : found.scanner(headers.current());
  }

  @Override
  public void accept(Block block) {
    accept(block, null);
  }

  @Override
  public void accept(Block block, BlockScan scan) {
    found.begin(scan);
    bytes = block.bytes();
    at = block.from();
    end = block.to();
    if (block.isFirst()) {
      begin();
      encoding = Utf16Lines.of(bytes, at, end);
    } else if (scan == null) {
      BlockScan own = scanAhead();
      if (own != null) {
        own.scan(block);
        found.begin(own);
      }
    }
  }

  @Override
  public boolean next(LogRecord record) {
    while (at < end) {
      if (readFound(record)) {
        return true;
      }
      int lineEnd = endOfLine(at);
      int from = at;
      at = Math.min(end, lineEnd + 1);
      boolean isRow;
      if (encoding == null) {
        isRow = readLine(bytes, from, lineEnd, record);
      } else {
        byte[] decoded = encoding.line(bytes, from, lineEnd);
        isRow = readLine(decoded, 0, decoded.length, record);
      }
      line++;
      if (isRow) {
        return true;
      }
    }
    return false;
  }

  private boolean readFound(LogRecord record) {
    int row = rows > 0 ? found.rowAt(at, headers.current()) : -1;
    if (row >= 0) {
      rows++;
      reader.begin(record, line++);
      at = found.add(row, reader, record) + 1;
      reader.report(record, rejections);
    }
    return row >= 0;
  }

  private int endOfLine(int from) {
    int to = from;
    while (to < end && bytes[to] != '\n') {
      to++;
    }
    return to;
  }

  private boolean readLine(byte[] in, int from, int to, LogRecord record) {
    int start = LineStart.of(in, from, to, line == 1);
    if (LineStart.isBlank(in, start, to)) {
      return false;
    }
    if (!LineStart.isUtf8(in, start, to)) {
      return reject(Rejection.NOT_UTF8, "no row of a table: not UTF-8");
    }
    if (headers.accepts(in, start, to, rows)) {
      return false;
    }
    TableHeader header = headers.current();
    if (header == null || in[start] == '#') {
      return false; // before the table, or a comment in it
    }
    if (!cells.split(in, start, to, header.delimiter())) {
      return reject(Rejection.NOT_OBJECT, "no row of a table: a quote that does not close");
    }
    if (rows == 0) {
      header = headers.fit(cells, firstOfNextLine());
    }
    int filled = cells.filled();
    if (filled != header.size() && !hasNumber()) {
      return reject(Rejection.NOT_OBJECT, widths(filled, header));
    }
    rows++;
    reader.begin(record, line);
    for (int i = 0; i < Math.min(cells.count(), header.size()); i++) {
      if (header.field(i) != null && !cells.isEmpty(i)) {
        addCell(header.field(i), i, record);
      }
    }
    reader.report(record, rejections);
    if (filled > header.size()) {
      rejections.rejected(Rejection.WRONG_SHAPE, line, "", widths(filled, header));
    }
    return true;
  }

  private static String widths(int filled, TableHeader header) {
    return filled + " cells under " + header.size() + " names";
  }

  private boolean reject(Rejection reason, String detail) {
    rejections.rejected(reason, line, "", detail);
    return false;
  }

  private boolean hasNumber() {
    for (int i = 0; i < cells.count(); i++) {
      if (CellNumbers.isNumber(number(i))) {
        return true;
      }
    }
    return false;
  }

  private String number(int cell) {
    return CellNumbers.normalize(cells.text(cell), headers.current().delimiter());
  }

  /** The first cell of the line that follows in this block; null where there is none. */
  private String firstOfNextLine() {
    int to = endOfLine(at);
    if (encoding != null || to >= end) {
      return null;
    }
    Cells next = new Cells();
    boolean whole = next.split(bytes, at, to, headers.current().delimiter());
    return whole && next.count() > 0 ? next.text(0) : null;
  }

  /** Every cell is text; under an unknown name only numbers count. */
  private void addCell(Field field, int cell, LogRecord record) {
    if (cells.isPlainNumber(cell, headers.current().delimiter())) {
      reader.addNumber(field, cells.plainNumber(), record);
      return;
    }
    String text = number(cell);
    if (!field.isLenient() || field.readsTimes()) {
      reader.addText(field, text, record);
      return;
    }
    double value = TextNumbers.number(text);
    if (!Double.isNaN(value) || TextNumbers.isNonFinite(text)) {
      reader.addNumber(field, value, record);
    } else if (!text.isBlank()) {
      reader.addPlainText(field, text, record);
    }
  }

  @Override
  public boolean isWhole(Block last) {
    TableHeader header = headers.current();
    if (header == null) {
      return false;
    }
    byte[] in = last.bytes();
    int from = last.from();
    int to = last.to();
    if (encoding != null) {
      in = encoding.line(in, from, to);
      from = 0;
      to = in.length;
    }
    Cells unended = new Cells();
    return unended.split(in, from, to, header.delimiter()) && unended.count() == header.size();
  }

  @Override
  public void skipLine() {
    line++;
  }

  @Override
  public long line() {
    return line;
  }
}
