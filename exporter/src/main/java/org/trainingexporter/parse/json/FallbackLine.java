package org.trainingexporter.parse.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;

/**
 * A line that is not exactly one object. Several objects glued together are a record each; anything
 * else rejects the whole line.
 */
final class FallbackLine {
  private static final int SHOWN = 80;
  private static final int LONGEST_SPLICED = 1 << 16;

  private final RecordReader reader;
  private final RejectionListener rejections;
  private final byte[] bytes;
  private final int from;
  private final int to;
  private final long line;

  /** The line with words of other languages replaced; null where it can be read as it stands. */
  private byte[] reworded;

  private JsonParser parser;

  FallbackLine(
      RecordReader reader,
      RejectionListener rejections,
      byte[] bytes,
      int from,
      int to,
      long line) {
    this.reader = reader;
    this.rejections = rejections;
    this.bytes = bytes;
    this.from = from;
    this.to = to;
    this.line = line;
  }

  /** Why the line cannot be read, or null. */
  Rejection rejection() {
    if (!isUtf8()) {
      return Rejection.NOT_UTF8;
    }
    Rejection rejection = rejectionOfJson();
    if (rejection == Rejection.NOT_JSON) {
      reworded = BareWords.replaced(bytes, from, to);
      rejection = reworded == null ? rejection : rejectionOfJson();
    }
    return rejection;
  }

  private JsonParser parser() throws IOException {
    return reworded == null
        ? JsonFactories.LINES.createParser(bytes, from, to - from)
        : JsonFactories.LINES.createParser(reworded);
  }

  private Rejection rejectionOfJson() {
    try (JsonParser p = parser()) {
      JsonToken token = p.nextToken();
      boolean objects = true;
      for (; token != null; token = p.nextToken()) {
        objects &= token == JsonToken.START_OBJECT;
        p.skipChildren();
      }
      return objects ? null : Rejection.NOT_OBJECT;
    } catch (IOException e) {
      return Rejection.NOT_JSON;
    }
  }

  /**
   * The whole object at the end of a line that was cut off, where another line was written behind
   * it: it begins with the same key. Null where there is none.
   */
  FallbackLine splicedEnd() {
    int key = from;
    while (key < to && bytes[key] != ':') {
      key++;
    }
    int length = key - from;
    if (length < 3 || bytes[from] != '{' || to - from > LONGEST_SPLICED) {
      return null;
    }
    for (int i = to - length - 1; i > from; i--) {
      if (Arrays.equals(bytes, i, i + length, bytes, from, key)) {
        FallbackLine end = new FallbackLine(reader, rejections, bytes, i, to, line);
        return end.rejection() == null ? end : null;
      }
    }
    return null;
  }

  private boolean isUtf8() {
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes, from, to - from);
    CharBuffer out = CharBuffer.allocate(1024);
    CoderResult result;
    do {
      result = decoder.decode(in, out.clear(), true);
    } while (result.isOverflow());
    return !result.isError();
  }

  /** The line's beginning, for a message. */
  String detail() {
    String shown = new String(bytes, from, Math.min(to - from, SHOWN), StandardCharsets.UTF_8);
    return shown.strip() + (to - from > SHOWN ? "…" : "");
  }

  /** Fills in the line's next record; only after {@link #rejection} found nothing. */
  boolean next(LogRecord record) {
    try {
      if (parser == null) {
        parser = parser();
      }
      if (parser.nextToken() != null) {
        reader.begin(record, line);
        reader.ignoreSettings(); // a text may be too long to be read
        reader.readObject(parser, record);
        reader.report(record, rejections);
        return true;
      }
      parser.close();
    } catch (IOException e) {
      rejections.rejected(Rejection.NOT_JSON, line, "", detail());
    }
    return false;
  }
}
