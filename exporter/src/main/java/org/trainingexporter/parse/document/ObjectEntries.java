package org.trainingexporter.parse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.LongConsumer;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.record.RecordReader;

/** A sequence of objects: the elements of an array, or objects that follow each other. */
final class ObjectEntries implements Entries {
  private final JsonParser parser;
  private final RecordReader reader;
  private final LongConsumer rejected;
  private long entry;

  /**
   * @param parser behind the start of an array, or before the first object; closed with this
   * @param rejected hears of the number of an entry that is no object
   */
  ObjectEntries(JsonParser parser, RecordReader reader, LongConsumer rejected) {
    this.parser = parser;
    this.reader = reader;
    this.rejected = rejected;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    for (JsonToken t = parser.nextToken(); hasEntry(t); t = parser.nextToken()) {
      entry++;
      if (t == JsonToken.START_OBJECT) {
        reader.begin(record, entry);
        reader.readObject(parser, record);
        return true;
      }
      rejected.accept(entry);
      parser.skipChildren();
    }
    return false;
  }

  private static boolean hasEntry(JsonToken token) {
    return token != null && token != JsonToken.END_ARRAY;
  }

  @Override
  public long entry() {
    return entry;
  }

  @Override
  public void close() throws IOException {
    parser.close();
  }
}
