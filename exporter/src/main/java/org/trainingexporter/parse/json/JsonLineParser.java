package org.trainingexporter.parse.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.json.template.TemplateReader;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.BlockScan;
import org.trainingexporter.parse.source.ByteOrderMark;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.tail.Block;

/**
 * Lines of JSON. A line that repeats the keys of an earlier one is read by {@link TemplateReader}.
 * For all others one parser walks many lines, which is twice as fast as a parser per line. A line
 * that is not exactly one object is read again, alone, by {@link FallbackLine}. So a broken line
 * costs itself, and no record crosses a line's end. One thread.
 */
public final class JsonLineParser implements LineParser {
  /** Replaces a block that was read: it may be large, and the next one needs its memory. */
  private static final byte[] NONE = {};

  private final RecordReader reader;
  private final RejectionListener rejections;
  private final TemplateReader templates;

  private byte[] bytes = NONE;
  private int at;
  private int end;
  private long line = 1;
  private JsonParser parser;
  private int parserStart;
  private long parserLine;
  private FallbackLine fallback;

  public JsonLineParser(RecordReader reader, RejectionListener rejections) {
    this.reader = reader;
    this.rejections = rejections;
    this.templates = new TemplateReader(reader);
  }

  @Override
  public void begin() {
    line = 1;
  }

  /** The next block begins on that line of its file. */
  public void continueAt(long itsLine) {
    line = itsLine;
  }

  @Override
  public BlockScan scanAhead() {
    return templates.scanAhead();
  }

  @Override
  public void accept(Block block) {
    accept(block, null);
  }

  @Override
  public void accept(Block block, BlockScan scan) {
    if (block.isFirst()) {
      begin();
    }
    bytes = block.bytes();
    at = block.from();
    end = block.to();
    templates.begin(scan);
    closeParser();
  }

  @Override
  public boolean next(LogRecord record) {
    while (true) {
      if (fallback != null) {
        if (fallback.next(record)) {
          return true;
        }
        fallback = null;
      }
      skipBlanks();
      if (at == end) {
        closeParser();
        bytes = NONE;
        return false;
      }
      if (bytes[at] == '{' && (readTemplateLine(record) || readLine(record))) {
        reader.report(record, rejections);
        return true;
      }
      readFallbackLine();
    }
  }

  /** Steps over line ends, blanks, a byte order mark, and the NULs of a hole in a file. */
  private void skipBlanks() {
    for (; at < end; at++) {
      byte b = bytes[at];
      if (b == '\n') {
        line++;
      } else if (ByteOrderMark.isAt(bytes, at, end)) {
        at += ByteOrderMark.LENGTH - 1;
      } else if (b != ' ' && b != '\r' && b != '\t' && b != 0) {
        return;
      }
    }
  }

  private boolean readTemplateLine(LogRecord record) {
    int next = templates.read(bytes, at, end, line, record);
    if (next < 0) {
      return false;
    }
    closeParser(); // it stands before this line
    at = next;
    return true;
  }

  /** True when the line at {@code at} is exactly one object; it is then read, and stepped over. */
  private boolean readLine(LogRecord record) {
    try {
      if (parser == null) {
        parser = JsonFactories.LINES.createParser(bytes, at, end - at);
        parserStart = at;
        parserLine = line;
      }
      reader.begin(record, line);
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      reader.readObject(parser, record);
      JsonLocation after = parser.currentLocation();
      int next = parserStart + (int) after.getByteOffset();
      while (next < end && (bytes[next] == '\r' || bytes[next] == ' ' || bytes[next] == '\t')) {
        next++;
      }
      boolean oneLine = after.getLineNr() - 1 == line - parserLine;
      if (!oneLine || (next < end && bytes[next] != '\n')) {
        return false;
      }
      if (!reader.hasSettings()) {
        templates.learn(bytes, at); // a template reads no texts
      }
      at = next;
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  private void readFallbackLine() {
    closeParser();
    int lineEnd = at;
    while (lineEnd < end && bytes[lineEnd] != '\n') {
      lineEnd++;
    }
    FallbackLine found = new FallbackLine(reader, rejections, bytes, at, lineEnd, line);
    Rejection rejection = found.rejection();
    if (rejection == null) {
      fallback = found;
    } else {
      rejections.rejected(rejection, line, "", found.detail());
      fallback = found.splicedEnd();
    }
    at = lineEnd;
  }

  private void closeParser() {
    if (parser != null) {
      try {
        parser.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e); // it reads an array: there is nothing to fail
      }
      parser = null;
    }
  }

  @Override
  public boolean isWhole(Block lastLine) {
    byte[] in = lastLine.bytes();
    FallbackLine last = new FallbackLine(reader, rejections, in, lastLine.from(), lastLine.to(), 0);
    return last.rejection() == null;
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
