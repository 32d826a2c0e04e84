package org.trainingexporter.parse;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import org.trainingexporter.event.Fields;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.tail.Block;
import org.trainingexporter.tail.FileState;

/**
 * Tells from a file's first hundred lines, at most 1 MiB, or from its {@code log_history}, whether
 * it is a training log. A data set under a log's name costs no more than that.
 */
public final class Sniffer {
  /** How many lines of a file are looked at. */
  public static final int LINES = 100;

  private static final int BYTES = 1 << 20;

  private final JsonFactory json;
  private final JsonFactory documents;
  private final FileState.Probe probe;

  Sniffer(JsonFactory json, JsonFactory documents, FileState.Probe probe) {
    this.json = json;
    this.documents = documents;
    this.probe = probe;
  }

  /** Looks at the file's head; {@code fields} are not shared with the run, it may be no log. */
  public Sniff sniff(Path path, Fields fields) throws IOException {
    byte[] head = head(path);
    Timestamps times = new Timestamps(ZoneOffset.UTC);
    RecordReader reader = new RecordReader(fields, times);
    Sniff.Format format = format(path, head);
    if (format == Sniff.Format.DOCUMENT) {
      DocumentSource document =
          new DocumentSource(() -> path, probe, documents, reader, Logs.UNHEARD);
      Facts facts = new Facts();
      LogRecord record = new LogRecord();
      if (document.look(Double.MAX_VALUE)) {
        while (!facts.settled() && document.next(record)) {
          facts.add(record);
        }
        document.close();
      }
      return facts.sniff(format, false, times);
    }
    LineFormat lines =
        format == Sniff.Format.CSV
            ? new CsvLines(reader, Logs.UNHEARD)
            : new JsonLines(json, reader, Logs.UNHEARD);
    int end = endOfLines(head);
    boolean settled = end >= 0 || head.length == BYTES;
    lines.take(new Block(head, 0, end >= 0 ? end : head.length, true, false));
    Facts facts = new Facts();
    LogRecord record = new LogRecord();
    while (!facts.settled() && lines.next(record)) {
      facts.add(record);
    }
    if (head.length == BYTES && !facts.settled()) {
      facts.add(record); // of a line that goes on behind the head, what its beginning told
    }
    return facts.sniff(format, settled, times);
  }

  /** The end of the last line that counts, or -1 where there are fewer. */
  private static int endOfLines(byte[] head) {
    int lines = 0;
    for (int i = 0; i < head.length; i++) {
      if (head[i] == '\n' && ++lines == LINES) {
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

  private Sniff.Format format(Path path, byte[] head) {
    String name = path.getFileName().toString();
    if (name.endsWith(".csv")) {
      return Sniff.Format.CSV;
    }
    boolean document = name.endsWith(".json") && beginsDocument(head);
    return document ? Sniff.Format.DOCUMENT : Sniff.Format.JSON_LINES;
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
      trains |= record.kind() == Kind.TRAIN;
      if (Double.isNaN(firstTime)) {
        firstTime = record.time();
      }
    }

    boolean settled() {
      return isLog && trains && !Double.isNaN(firstTime);
    }

    Sniff sniff(Sniff.Format format, boolean settled, Timestamps times) {
      return new Sniff(format, isLog, settled, trains, firstTime, times.sawZoneless());
    }
  }
}
