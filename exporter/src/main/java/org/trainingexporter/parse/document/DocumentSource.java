package org.trainingexporter.parse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Supplier;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.Rejection;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.NonNumeric;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileState;

/**
 * The records of a JSON document: the entries of its {@code log_history}. Of the rest only the plan
 * is read, and added to each entry. Such a document is replaced as a whole; entries that were
 * returned before are not returned again. One thread.
 */
final class DocumentSource implements RecordSource, Closeable {
  static final String HISTORY = "log_history";

  private static final Set<Signal> PLAN = Set.of(Signal.PLAN, Signal.PLANNED_EPOCHS);

  private final Supplier<Path> place;
  private final FileState.Probe probe;
  private final RecordReader reader;
  private final RejectionListener rejections;
  private final LogRecord head = new LogRecord();
  private final SeenEntries known = new SeenEntries();
  private Path path;
  private FileState seen;
  private JsonParser parser;
  private boolean settled;
  private boolean gone;
  private long entry;

  /**
   * @param place where the document is now: of several checkpoints', the newest
   */
  DocumentSource(
      Supplier<Path> place,
      FileState.Probe probe,
      RecordReader reader,
      RejectionListener rejections) {
    this.place = place;
    this.probe = probe;
    this.reader = reader;
    this.rejections = rejections;
  }

  @Override
  public boolean checkForChanges(double now) throws IOException {
    Path current = place.get();
    try {
      FileState state = probe.of(current);
      gone = false;
      if (parser == null && (!state.equals(seen) || !current.equals(path))) {
        path = current;
        seen = state;
        settled = now - state.modifiedSeconds() >= SILENCE;
        open();
      }
      return parser != null;
    } catch (NoSuchFileException e) {
      gone = true;
      return false;
    }
  }

  private void open() throws IOException {
    try {
      readHead();
      parser = JsonFactories.DOCUMENTS.createParser(path.toFile());
      parser.nextToken();
      while (parser.nextToken() == JsonToken.FIELD_NAME) {
        boolean found = parser.currentName().equals(HISTORY);
        if (parser.nextToken() == JsonToken.START_ARRAY && found) {
          entry = 0;
          known.begin();
          return;
        }
        parser.skipChildren();
      }
      close();
    } catch (JsonProcessingException e) {
      reject(e);
    } catch (IOException e) {
      seen = null; // it may become readable without being written to
      close();
      throw e;
    }
  }

  /** The plan may stand behind the history, so the document is searched for it first. */
  private void readHead() throws IOException {
    reader.begin(head, 0);
    try (JsonParser p = JsonFactories.DOCUMENTS.createParser(path.toFile())) {
      p.nextToken();
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        var field = reader.field(p.currentName());
        boolean number = p.nextToken().isNumeric();
        if (number && field != null && PLAN.contains(field.signal)) {
          reader.addNumber(field, p.getDoubleValue(), head);
        } else if (field != null) {
          field.sawOther(field.name.equals(HISTORY) ? NonNumeric.OBJECT : NonNumeric.HEAD);
        }
        p.skipChildren();
      }
    }
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    if (parser == null) {
      return false;
    }
    try {
      while (parser.nextToken() != JsonToken.END_ARRAY) {
        if (readEntry(record)) {
          return true;
        }
      }
      close();
    } catch (JsonProcessingException e) {
      reject(e);
    } catch (IOException e) {
      seen = null;
      close();
      throw e;
    }
    return false;
  }

  private boolean readEntry(LogRecord record) throws IOException {
    entry++;
    if (parser.currentToken() != JsonToken.START_OBJECT) {
      rejections.rejected(Rejection.NOT_OBJECT, entry, "", "an entry of " + HISTORY);
      parser.skipChildren();
      return false;
    }
    reader.begin(record, entry);
    reader.readObject(parser, record);
    if (!known.isNew(record)) {
      return false;
    }
    reader.report(record, rejections);
    for (int i = 0; i < head.size(); i++) {
      record.add(head.field(i), head.value(i));
    }
    return true;
  }

  /** Half a document is no fault while it may still be being written: it is read again later. */
  private void reject(JsonProcessingException e) throws IOException {
    if (settled) {
      rejections.rejected(Rejection.NOT_JSON, entry, "", e.getOriginalMessage());
    } else {
      seen = null;
    }
    close();
  }

  @Override
  public void close() throws IOException {
    if (parser != null) {
      parser.close();
      parser = null;
    }
  }

  @Override
  public boolean isGone() {
    return gone;
  }

  @Override
  public long lag() {
    return parser == null ? 0 : size();
  }

  @Override
  public long size() {
    return seen == null ? 0 : seen.size();
  }

  @Override
  public double modified() {
    return seen == null ? Double.NaN : seen.modifiedSeconds();
  }
}
