package org.trainingexporter.parse.open;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.parse.csv.CsvLineFormat;
import org.trainingexporter.parse.document.DocumentSource;
import org.trainingexporter.parse.json.JsonLineFormat;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineFormat;
import org.trainingexporter.parse.text.TextHead;
import org.trainingexporter.parse.text.TextLineFormat;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.FileState;

/**
 * Tells from a file's first hundred lines, at most 1 MiB, or from its {@code log_history}, whether
 * it is a training log. A data set under a log's name costs no more than that.
 */
public final class LogProbe {
  /** How many lines of a file are looked at. */
  public static final int LINES = 100;

  private static final int BYTES = 1 << 20;

  /** Endings of files that are never text. */
  private static final List<String> OBJECTS = List.of(".jsonl", ".ndjson", ".json");

  private final JsonFactory json;
  private final JsonFactory documents;
  private final FileState.Probe probe;

  LogProbe(JsonFactory json, JsonFactory documents, FileState.Probe probe) {
    this.json = json;
    this.documents = documents;
    this.probe = probe;
  }

  /** Looks at the file's head; {@code fields} are not shared with the run, it may be no log. */
  public LogProfile profile(Path path, KeyRegistry fields) throws IOException {
    byte[] head = head(path);
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    RecordReader reader = new RecordReader(fields, times);
    LogProfile.LogFormat format = format(path, head);
    if (format == LogProfile.LogFormat.DOCUMENT) {
      DocumentSource document =
          new DocumentSource(() -> path, probe, documents, reader, Logs.UNHEARD);
      Facts facts = new Facts();
      LogRecord record = new LogRecord();
      if (document.checkForChanges(Double.MAX_VALUE)) {
        while (!facts.settled() && document.next(record)) {
          facts.add(record);
        }
        document.close();
      }
      return facts.profile(format, false, times);
    }
    if (format == LogProfile.LogFormat.TEXT) {
      return profileText(path, head, reader, times);
    }
    LineFormat lines =
        format == LogProfile.LogFormat.CSV
            ? new CsvLineFormat(reader, Logs.UNHEARD)
            : new JsonLineFormat(json, reader, Logs.UNHEARD);
    int end = endOfLines(head, LINES);
    boolean settled = end >= 0 || head.length == BYTES;
    lines.accept(new Block(head, 0, end >= 0 ? end : head.length, true, false));
    Facts facts = new Facts();
    LogRecord record = new LogRecord();
    while (!facts.settled() && lines.next(record)) {
      facts.add(record);
    }
    if (head.length == BYTES && !facts.settled()) {
      facts.add(record); // of a line that goes on behind the head, what its beginning told
    }
    return facts.profile(format, settled, times);
  }

  private LogProfile profileText(Path path, byte[] head, RecordReader reader, Timestamps times)
      throws IOException {
    times.endYearsAt(probe.of(path).modifiedSeconds());
    LineFormat lines = new TextLineFormat(json, reader, times, Logs.UNHEARD);
    int end = endOfLines(head, TextHead.LINES);
    boolean settled = end >= 0 || head.length == BYTES;
    lines.accept(new Block(head, 0, end >= 0 ? end : head.length, true, false));
    TextHead text = new TextHead();
    Facts facts = new Facts();
    LogRecord record = new LogRecord();
    while (!(facts.settled() && text.isLog()) && lines.next(record)) {
      text.add(record);
      facts.add(record);
    }
    facts.isLog = text.isLog();
    return facts.profile(LogProfile.LogFormat.TEXT, settled, times);
  }

  /** The end of the last line that counts, or -1 where there are fewer. */
  private static int endOfLines(byte[] head, int most) {
    int lines = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n' && ++lines == most) {
        return i + 1;
      }
    }
    return -1;
  }

  private static byte[] head(Path path) throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(BYTES);
    }
  }

  private LogProfile.LogFormat format(Path path, byte[] head) {
    String name = path.getFileName().toString();
    if (name.endsWith(".csv")) {
      return LogProfile.LogFormat.CSV;
    }
    if (name.endsWith(".json") && beginsDocument(head)) {
      return LogProfile.LogFormat.DOCUMENT;
    }
    boolean lines = OBJECTS.stream().anyMatch(name::endsWith) || TextHead.isJsonLines(head);
    return lines ? LogProfile.LogFormat.JSON_LINES : LogProfile.LogFormat.TEXT;
  }

  /** Whether the file is one object, over several lines or with a history, and not a line log. */
  private boolean beginsDocument(byte[] head) {
    try (JsonParser p = documents.createParser(head)) {
      if (p.nextToken() != JsonToken.START_OBJECT) {
        return false;
      }
      while (p.nextToken() == JsonToken.FIELD_NAME) {
        boolean named = p.currentName().equals(DocumentSource.HISTORY);
        if (named && p.nextToken() == JsonToken.START_ARRAY) {
          return true;
        }
        if (!named) {
          p.nextToken();
        }
        p.skipChildren();
      }
      return false;
    } catch (IOException e) {
      return false;
    }
  }

  /** What the records seen so far show. */
  private static final class Facts {
    private boolean isLog;
    private boolean trains;
    private double firstTime = Double.NaN;

    void add(LogRecord record) {
      isLog |= record.marksLog();
      trains |= record.kind() == RecordKind.TRAIN;
      if (Double.isNaN(firstTime)) {
        firstTime = record.time();
      }
    }

    boolean settled() {
      return isLog && trains && !Double.isNaN(firstTime);
    }

    LogProfile profile(LogProfile.LogFormat format, boolean settled, Timestamps times) {
      return new LogProfile(format, isLog, settled, trains, firstTime, times.sawZoneless());
    }
  }
}
