package org.trainingexporter.parse.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineFormat;
import org.trainingexporter.tail.Block;

/**
 * JSON lines. A line that repeats the keys of one before it is read by {@link TemplateReader}. For
 * others one parser walks many lines, which is twice as fast as a parser a line; whenever a line is
 * not exactly one object, that line alone is read again by {@link FallbackLine}. So a broken line
 * costs itself, and a record never crosses a line's end.
 */
public final class JsonLineFormat implements LineFormat {
  /** In place of a block that was read: it may be large, and the next one needs its room. */
  private static final byte[] NONE = {};

  private final JsonFactory json;
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final TemplateReader known;

  private byte[] bytes = NONE;
  private int at;
  private int end;
  private long line = 1;
  private JsonParser parser;
  private int parserStart;
  private long parserLine;
  private FallbackLine odd;

  public JsonLineFormat(JsonFactory json, RecordReader reader, RejectionListener rejections) {
    this.json = json;
    this.reader = reader;
    this.rejections = rejections;
    this.known = new TemplateReader(reader);
  }

  @Override
  public void begin() {
    line = 1;
  }

  @Override
  public void accept(Block block) {
    if (block.isFirst()) {
      begin();
    }
    bytes = block.bytes();
    at = block.from();
    end = block.to();
    known.begin();
    closeParser();
  }

  @Override
  public boolean next(LogRecord record) {
    while (true) {
      if (odd != null) {
        if (odd.next(record)) {
          return true;
        }
        odd = null;
      }
      skipBlanks();
      if (at == end) {
        closeParser();
        bytes = NONE;
        return false;
      }
      if (bytes[at] == '{' && (readKnownLine(record) || readLine(record))) {
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
      } else if (b == (byte) 0xEF && end - at > 2 && bytes[at + 1] == (byte) 0xBB) {
        at += 2;
      } else if (b != ' ' && b != '\r' && b != '\t' && b != 0) {
        return;
      }
    }
  }

  private boolean readKnownLine(LogRecord record) {
    int next = known.read(bytes, at, end, line, record);
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
        parser = json.createParser(bytes, at, end - at);
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
      known.learn(bytes, at);
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
    FallbackLine found = fallback(bytes, at, lineEnd, line);
    Rejection rejection = found.rejection();
    if (rejection == null) {
      odd = found;
    } else {
      rejections.rejected(rejection, line, "", found.detail());
    }
    at = lineEnd;
  }

  /** The line as it stands, or where only that helps with what is not finite in usual words. */
  private FallbackLine fallback(byte[] b, int from, int to, long number) {
    FallbackLine plain = new FallbackLine(json, reader, rejections, b, from, to, number);
    byte[] usual =
        plain.rejection() == Rejection.NOT_JSON ? BareNonFinite.rewrite(b, from, to) : null;
    if (usual == null) {
      return plain;
    }
    FallbackLine rewritten =
        new FallbackLine(json, reader, rejections, usual, 0, usual.length, number);
    return rewritten.rejection() == null ? rewritten : plain;
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
  public boolean isWhole(Block block) {
    return fallback(block.bytes(), block.from(), block.to(), 0).rejection() == null;
  }

  @Override
  public void skipLine() {
    line++;
  }

  /** The next line has that number. */
  public void continueAt(long number) {
    line = number;
  }

  @Override
  public long line() {
    return line;
  }
}
