package org.trainingexporter.parse.text;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.parse.text.table.BoxedTable;
import org.trainingexporter.parse.text.table.ColumnTable;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.Block;

/**
 * Lines of any text: an object that a line holds, pairs of names and numbers, bars, boxed tables,
 * rows of known shapes. A line without any of these is passed over and costs little more than its
 * bytes. A carriage return ends a line as a newline does.
 */
final class TextLineParser implements LineParser {
  private static final byte[] NONE = {};

  /** Silence after which a last line without its end is read whatever it looks like, in seconds. */
  private static final double LONG_SILENCE = 600;

  private final RecordReader reader;
  private final RejectionListener rejections;
  private final TextLine text;
  private final Timestamps times;
  private final BoxedTable box = new BoxedTable();
  private final ColumnTable table = new ColumnTable();
  private final LineCleaner cleaner = new LineCleaner();
  private final Utf16 utf16 = new Utf16();

  private byte[] bytes = NONE;
  private int at;
  private int end;
  private long line = 1;

  TextLineParser(RecordReader reader, RejectionListener rejections) {
    this(reader, rejections, true);
  }

  /**
   * @param usesTemplates whether lines of a known shape are read the fast way
   */
  TextLineParser(RecordReader reader, RejectionListener rejections, boolean usesTemplates) {
    this.reader = reader;
    this.rejections = rejections;
    this.times = reader.times();
    this.text = new TextLine(reader, times, usesTemplates);
  }

  @Override
  public void begin() {
    line = 1;
    times.startYears();
    box.begin();
    table.begin();
    text.begin();
  }

  @Override
  public void accept(Block block) {
    bytes = block.bytes();
    at = block.from();
    end = block.to();
    text.beginBlock();
    if (block.isFirst()) {
      begin();
      utf16.begin(bytes, at, end);
    }
    if (utf16.isUsed()) {
      utf16.read(bytes, at, end);
      bytes = utf16.bytes();
      at = 0;
      end = utf16.length();
    }
  }

  @Override
  public boolean next(LogRecord record) {
    while (at < end) {
      if (bytes[at] == 0) {
        at++; // a hole in the file
        continue;
      }
      int lineEnd = at;
      int traits = 0;
      byte trait = 0;
      while (lineEnd < end && (trait = LineTraits.of(bytes[lineEnd])) >= 0) {
        traits |= trait;
        lineEnd++;
      }
      if ((traits & LineTraits.ESCAPE) != 0) {
        lineEnd = LineCleaner.lineBreak(bytes, at, lineEnd);
      }
      boolean found = false;
      if (mayMean(traits, lineEnd)) {
        found = readLine(traits, lineEnd, record);
      } else if (!table.readHeader(bytes, at, lineEnd)) {
        text.readHeading(bytes, at, lineEnd);
      }
      if (found && box.isOpen()) {
        closeBox(); // the line itself comes next
        reader.report(record, rejections);
        return true;
      }
      line += lineEnd < end && bytes[lineEnd] == '\n' ? 1 : 0;
      at = lineEnd + 1;
      if (found) {
        reader.report(record, rejections);
        return true;
      }
    }
    bytes = NONE;
    cleaner.release();
    return false;
  }

  private void closeBox() {
    box.close();
  }

  /** Whether the line may say anything: most lines of prose have no digit. */
  private boolean mayMean(int traits, int lineEnd) {
    return (traits & LineTraits.DIGIT) != 0
        || box.isOpen()
        || box.mayRead(bytes, at, lineEnd)
        || (traits & LineTraits.ESCAPE) != 0
        || ((traits & LineTraits.JOINT) != 0 && LineTraits.holdsNonFinite(bytes, at, lineEnd));
  }

  private boolean readLine(int traits, int lineEnd, LogRecord record) {
    byte[] b = bytes;
    int from = at;
    int to = lineEnd;
    if ((traits & LineTraits.ESCAPE) != 0 || lineEnd == end) {
      cleaner.read(bytes, at, lineEnd); // a last line has no end of its own to stop at
      b = cleaner.bytes();
      from = 0;
      to = cleaner.length();
    }
    int message = text.readPrefix(b, from, to);
    if (table.isOpen() && table.readRow(b, message, to)) {
      return text.fill(table.values(), text.time(), record, line);
    }
    if (table.readHeader(b, message, to)) {
      return false;
    }
    if (box.isOpen() || box.mayRead(b, message, to)) {
      boolean wasOpen = box.isOpen();
      boolean row = box.read(b, message, to, text.time());
      if (wasOpen && !row) {
        return text.fill(box.values(), box.time(), record, line)
            || closedInVain(b, message, to, traits, record);
      }
      if (wasOpen && box.endsHere()) {
        boolean filled = text.fill(box.values(), box.time(), record, line);
        box.close();
        return filled;
      }
      if (row) {
        return false;
      }
    }
    return text.read(b, message, to, traits, record, line);
  }

  private boolean closedInVain(byte[] b, int message, int to, int traits, LogRecord record) {
    box.close();
    return text.read(b, message, to, traits, record, line);
  }

  @Override
  public boolean isWhole(Block block) {
    byte[] b = block.bytes();
    int last = block.to() - 1;
    while (last > block.from() && b[last] == ' ') {
      last--;
    }
    return last >= block.from() && "]})|%".indexOf(b[last]) >= 0;
  }

  @Override
  public boolean isWhole(Block lastLine, double silence) {
    return silence >= LONG_SILENCE || isWhole(lastLine);
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
