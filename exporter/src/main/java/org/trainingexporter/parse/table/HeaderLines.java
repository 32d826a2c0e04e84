package org.trainingexporter.parse.table;

import java.util.List;
import org.trainingexporter.parse.record.RecordReader;

/**
 * Which lines of a table are headers, and the newest of them. A header may stand behind a number
 * sign and may come again. One thread.
 */
final class HeaderLines {
  private final boolean hasPreamble;
  private final RecordReader reader;
  private final Cells cells = new Cells();
  private TableHeader current;

  /** The same names where two blanks stand between them; null where that is the same. */
  private TableHeader wide;

  /**
   * @param hasPreamble whether other lines may stand before the header
   */
  HeaderLines(boolean hasPreamble, RecordReader reader) {
    this.hasPreamble = hasPreamble;
    this.reader = reader;
  }

  void begin() {
    current = null;
    wide = null;
  }

  /** The newest header; null before the first. */
  TableHeader current() {
    return current;
  }

  /**
   * Whether the line is a header; it is then the current one.
   *
   * @param rows how many rows there were before it
   */
  boolean accepts(byte[] in, int from, int to, long rows) {
    boolean comment = in[from] == '#';
    int start = comment ? from + 1 : from;
    return current == null
        ? isFirst(in, start, to, comment)
        : mayBeName(in[from]) && isNext(in, start, to, comment, rows);
  }

  /** Rows begin with a digit, a sign or a point: most lines need no second look. */
  private static boolean mayBeName(byte first) {
    return first > '9' || first < '+';
  }

  private boolean isFirst(byte[] in, int from, int to, boolean comment) {
    Delimiter delimiter = Delimiter.of(in, from, to);
    TableHeader found = header(in, from, to, delimiter, comment);
    boolean isHeader = found != null && (!hasPreamble || found.isOfTraining());
    if (isHeader) {
      current = found;
      wide =
          delimiter == Delimiter.BLANKS
              ? header(in, from, to, Delimiter.WIDE_BLANKS, comment)
              : null;
    }
    return isHeader;
  }

  private boolean isNext(byte[] in, int from, int to, boolean comment, long rows) {
    boolean mayReplace = rows == 0 && current.isComment();
    if (!cells.split(in, from, to, current.delimiter())) {
      return mayReplace && isFirst(in, from, to, comment);
    }
    List<String> texts = cells.texts();
    if (current.isRepeatedBy(texts)) {
      current = new TableHeader(current.delimiter(), texts, comment, reader);
      return true;
    }
    // Of comments before a table the last is its header, unless a line of names follows.
    return mayReplace
        && texts.stream().noneMatch(CellNumbers::isNumber)
        && isFirst(in, from, to, comment);
  }

  /** A header of those cells; null where there are none. */
  private TableHeader header(byte[] in, int from, int to, Delimiter delimiter, boolean comment) {
    boolean whole = cells.split(in, from, to, delimiter);
    return whole && cells.count() > 0
        ? new TableHeader(delimiter, cells.texts(), comment, reader)
        : null;
  }

  /**
   * The header as the first row decides it: whether its names hold blanks, and whether its first
   * column is an index that counts up by one.
   *
   * @param next the first cell of the row after it; null where that is not there yet
   */
  TableHeader fit(Cells row, String next) {
    if (wide != null && row.count() != current.size() && row.count() == wide.size()) {
      current = wide.withDelimiter(current.delimiter(), reader);
    }
    if (current.mayHaveIndex() && row.count() > 0 && counts(row.text(0), next)) {
      current.readIndex(reader);
    }
    return current;
  }

  private static boolean counts(String first, String next) {
    if (!first.matches("\\d{1,9}")) {
      return false;
    }
    long value = Long.parseLong(first);
    return next == null ? value <= 1 : next.equals(Long.toString(value + 1));
  }
}
