package org.trainingexporter.parse.csv;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.dataformat.csv.CsvFactory;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Field;
import org.trainingexporter.parse.number.TextNumbers;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.tail.Block;

/**
 * Lines of a table under a header, as Keras, Lightning and YOLO write them. Names and cells may be
 * padded; an empty cell is no value. A repeated header starts a new table. One thread.
 */
final class CsvLineParser implements LineParser {
  private final CsvFactory csv = CsvFactory.builder().enable(CsvParser.Feature.TRIM_SPACES).build();
  private final RecordReader reader;
  private final RejectionListener rejections;

  private byte[] bytes;
  private int at;
  private int end;
  private long line = 1;
  private List<Field> header;
  private String firstName;

  CsvLineParser(RecordReader reader, RejectionListener rejections) {
    this.reader = reader;
    this.rejections = rejections;
  }

  @Override
  public void begin() {
    line = 1;
    header = null;
  }

  @Override
  public void accept(Block block) {
    if (block.isFirst()) {
      begin();
    }
    bytes = block.bytes();
    at = block.from();
    end = block.to();
  }

  @Override
  public boolean next(LogRecord record) {
    while (at < end) {
      int lineEnd = at;
      while (lineEnd < end && bytes[lineEnd] != '\n') {
        lineEnd++;
      }
      boolean found = readLine(at, lineEnd, record);
      at = Math.min(end, lineEnd + 1);
      line++;
      if (found) {
        return true;
      }
    }
    return false;
  }

  private boolean readLine(int from, int to, LogRecord record) {
    List<String> cells;
    try {
      cells = cells(bytes, from, to);
    } catch (CharConversionException e) {
      rejections.rejected(Rejection.NOT_UTF8, line, "", "no row of a table: " + e.getMessage());
      return false;
    } catch (IOException e) {
      rejections.rejected(Rejection.NOT_OBJECT, line, "", "no row of a table: " + e.getMessage());
      return false;
    }
    if (cells.isEmpty() || isHeader(cells)) {
      return false;
    }
    if (cells.size() != header.size()) {
      String detail = cells.size() + " cells under " + header.size() + " names";
      rejections.rejected(Rejection.NOT_OBJECT, line, "", detail);
      return false;
    }
    reader.begin(record, line);
    for (int i = 0; i < cells.size(); i++) {
      addCell(header.get(i), cells.get(i), record);
    }
    reader.report(record, rejections);
    return true;
  }

  /** Every cell is text; under an unknown name only numbers count. */
  private void addCell(Field field, String cell, LogRecord record) {
    if (field == null) {
      return;
    }
    if (!field.isLenient() || field.readsTimes()) {
      reader.addText(field, cell, record);
      return;
    }
    double value = TextNumbers.number(cell);
    if (!Double.isNaN(value) || TextNumbers.isNonFinite(cell)) {
      reader.addNumber(field, value, record);
    } else if (!cell.isBlank()) {
      reader.addPlainText(field, cell, record);
    }
  }

  private boolean isHeader(List<String> cells) {
    boolean names = cells.stream().noneMatch(c -> !Double.isNaN(TextNumbers.number(c)));
    if (header != null && (!names || !cells.contains(firstName))) {
      return false;
    }
    firstName = cells.get(0);
    header = cells.stream().map(reader::field).toList();
    return true;
  }

  private List<String> cells(byte[] in, int from, int to) throws IOException {
    List<String> cells = new ArrayList<>();
    int start = hasMark(in, from, to) ? from + 3 : from;
    while (start < to && in[start] == 0) {
      start++; // a hole in the file
    }
    try (JsonParser p = csv.createParser(in, start, to - start)) {
      p.nextToken();
      for (JsonToken t = p.nextToken(); t != null && t != JsonToken.END_ARRAY; t = p.nextToken()) {
        cells.add(p.getText());
      }
    }
    return cells.size() == 1 && cells.get(0).isBlank() ? List.of() : cells;
  }

  private boolean hasMark(byte[] in, int from, int to) {
    return line == 1 && to - from > 2 && in[from] == (byte) 0xEF && in[from + 1] == (byte) 0xBB;
  }

  @Override
  public boolean isWhole(Block lastLine) {
    try {
      return header != null
          && cells(lastLine.bytes(), lastLine.from(), lastLine.to()).size() == header.size();
    } catch (IOException e) {
      return false;
    }
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
