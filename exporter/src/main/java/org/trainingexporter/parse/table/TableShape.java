package org.trainingexporter.parse.table;

import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.time.Timestamps;

/**
 * Whether a file's head shows a table: within its first lines a header of a training, and below it
 * rows that fit, nearly without exception.
 */
final class TableShape {
  /** The header stands within so many lines that are not blank. */
  private static final int MOST_BEFORE = 20;

  private final List<byte[]> lines;
  private final HeaderLines headers =
      new HeaderLines(
          true, new RecordReader(new KeyRegistry(Map.of()), new Timestamps(ZoneOffset.UTC)));
  private final Cells cells = new Cells();

  private TableShape(List<byte[]> lines) {
    this.lines = lines;
  }

  static boolean isTable(FileHead head) {
    return new TableShape(lines(head)).hasTable();
  }

  /** The head's lines that are not blank, in UTF-8, without one that is cut off. */
  private static List<byte[]> lines(FileHead head) {
    byte[] in = head.bytes();
    Utf16Lines encoding = Utf16Lines.of(in, 0, in.length);
    byte[] text = encoding == null ? in : encoding.text(in);
    List<byte[]> lines = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < text.length && lines.size() < FileHead.LINES; i++) {
      if (text[i] == '\n') {
        int start = LineStart.of(text, from, i, from == 0);
        if (!LineStart.isBlank(text, start, i)) {
          lines.add(Arrays.copyOfRange(text, start, i));
        }
        from = i + 1;
      }
    }
    return lines;
  }

  private boolean hasTable() {
    for (int i = 0; i < Math.min(lines.size(), MOST_BEFORE); i++) {
      byte[] line = lines.get(i);
      if (line[0] == '{' || line[0] == '[' || line[0] == '|') {
        return false;
      }
      headers.begin();
      if (headers.accepts(line, 0, line.length, 0) && isHeader() && fits(i + 1)) {
        return true;
      }
    }
    return false;
  }

  /** A line of text may hold the same words: names of a table hold no number and no colon. */
  private boolean isHeader() {
    TableHeader header = headers.current();
    return header.size() > 1
        && header.names().stream()
            .noneMatch(n -> CellNumbers.isNumber(n) || n.endsWith(":") || n.indexOf('=') >= 0);
  }

  private boolean fits(int from) {
    int fitting = 0;
    int other = 0;
    for (int i = from; i < lines.size(); i++) {
      byte[] line = lines.get(i);
      if (headers.accepts(line, 0, line.length, fitting) || line[0] == '#') {
        continue;
      }
      if (isRow(line, fitting == 0)) {
        fitting++;
      } else {
        other++;
      }
    }
    return fitting > 0 && fitting >= 9 * other;
  }

  /** Whether half of the cells or more are numbers, and there are as many as names. */
  private boolean isRow(byte[] line, boolean isFirst) {
    TableHeader header = headers.current();
    if (!cells.split(line, 0, line.length, header.delimiter())) {
      return false;
    }
    if (isFirst) {
      header = headers.fit(cells, null);
    }
    boolean ragged = !header.delimiter().isBlanks() && cells.count() > 1;
    int numbers = 0;
    for (String text : cells.texts()) {
      String cell = CellNumbers.normalize(text, header.delimiter());
      numbers += cell.isEmpty() || CellNumbers.isNumber(cell) ? 1 : 0;
    }
    return (ragged || cells.count() == header.size()) && 2 * numbers >= cells.count();
  }
}
