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
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileState;
import org.trainingexporter.tail.age.Silence;

/**
 * The records of a JSON document, whatever its {@link DocumentShape}. Of what stands beside the
 * records only the plan is read, and added to each. Such a document is replaced as a whole; records
 * that were returned before are not returned again. One thread.
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
  private final Silence silence = new Silence();
  private FileState seen;
  private DocumentShape shape = DocumentShape.NONE;
  private Entries entries;
  private boolean settled;
  private boolean gone;
  private long unread;
  private long rejectedEntry;

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
      unread = 0;
      if (entries == null && (!state.equals(seen) || !current.equals(path))) {
        path = current;
        seen = state;
        settled = silence.seconds(state, state.modifiedSeconds(), now, probe.nanos()) >= SILENCE;
        open();
      }
      return entries != null;
    } catch (NoSuchFileException e) {
      gone = true;
      return false;
    }
  }

  private void open() throws IOException {
    try {
      shape = ShapeFinder.of(FileHead.read(path)).orElse(shape);
      readHead();
      entries = openEntries();
      known.begin();
    } catch (JsonProcessingException e) {
      reject(e);
    } catch (IOException e) {
      unread = seen.size();
      seen = null; // it may become readable without being written to
      close();
      throw e;
    }
  }

  private Entries openEntries() throws IOException {
    JsonParser p = JsonFactories.document(path);
    try {
      Entries opened =
          switch (shape) {
            case HISTORY -> isAtHistory(p) ? objects(p) : null;
            case ARRAY -> p.nextToken() == JsonToken.START_ARRAY ? objects(p) : null;
            case STATE -> objects(p);
            case LISTS -> new ListEntries(columns(p), reader);
            case SERIES -> new SeriesEntries(columns(p), reader);
            case NONE -> null;
          };
      if (!(opened instanceof ObjectEntries)) {
        p.close();
      }
      return opened;
    } catch (IOException e) {
      p.close();
      throw e;
    }
  }

  private ObjectEntries objects(JsonParser p) {
    return new ObjectEntries(p, reader, this::reject);
  }

  private Columns columns(JsonParser p) throws IOException {
    p.nextToken();
    Columns columns = Columns.read(p);
    if (columns.isCut()) {
      rejections.rejected(Rejection.TOO_LONG, 0, "", "more values than are kept of one document");
    }
    return columns;
  }

  private static boolean isAtHistory(JsonParser p) throws IOException {
    p.nextToken();
    while (p.nextToken() == JsonToken.FIELD_NAME) {
      boolean found = p.currentName().equals(HISTORY);
      if (p.nextToken() == JsonToken.START_ARRAY && found) {
        return true;
      }
      p.skipChildren();
    }
    return false;
  }

  /** The plan may stand behind the records, so the document is searched for it first. */
  private void readHead() throws IOException {
    reader.begin(head, 0);
    if (shape == DocumentShape.STATE || shape == DocumentShape.ARRAY) {
      return;
    }
    try (JsonParser p = JsonFactories.document(path)) {
      p.nextToken();
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        var field = reader.field(p.currentName());
        JsonToken token = p.nextToken();
        boolean isList = token == JsonToken.START_ARRAY && shape != DocumentShape.HISTORY;
        if (token.isNumeric() && field != null && PLAN.contains(field.signal)) {
          reader.addNumber(field, p.getDoubleValue(), head);
        } else if (field != null && !isList) {
          field.sawOther(field.name.equals(HISTORY) ? NonNumeric.OBJECT : NonNumeric.HEAD);
        }
        p.skipChildren();
      }
    }
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    if (entries == null) {
      return false;
    }
    try {
      while (entries.next(record)) {
        if (known.isNew(record)) {
          reader.report(record, rejections);
          for (int i = 0; i < head.size(); i++) {
            record.add(head.field(i), head.value(i));
          }
          return true;
        }
      }
      close();
    } catch (JsonProcessingException e) {
      reject(e);
    } catch (IOException e) {
      unread = size();
      seen = null;
      close();
      throw e;
    }
    return false;
  }

  /** An entry is no object; said once, though the document is read again and again. */
  private void reject(long entry) {
    if (entry > rejectedEntry) {
      rejectedEntry = entry;
      String what = shape == DocumentShape.HISTORY ? "an entry of " + HISTORY : "no object";
      rejections.rejected(Rejection.NOT_OBJECT, entry, "", what);
    }
  }

  /** Half a document is no fault while it may still be being written: it is read again later. */
  private void reject(JsonProcessingException e) throws IOException {
    if (settled) {
      long entry = entries == null ? 0 : entries.entry();
      rejections.rejected(Rejection.NOT_JSON, entry, "", e.getOriginalMessage());
    } else {
      seen = null;
    }
    close();
  }

  @Override
  public void close() throws IOException {
    if (entries != null) {
      entries.close();
      entries = null;
    }
  }

  @Override
  public boolean isGone() {
    return gone;
  }

  @Override
  public long lag() {
    return entries == null ? unread : size();
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
