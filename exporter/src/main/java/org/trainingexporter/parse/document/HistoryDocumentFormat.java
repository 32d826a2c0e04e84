package org.trainingexporter.parse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/** A JSON object with a {@code log_history}, as Hugging Face's Trainer writes it. */
public final class HistoryDocumentFormat implements LogFormat {
  private static final List<WriterRule> WRITERS = List.of(new WriterRule("hf-trainer-state"));

  @Override
  public String label() {
    return "document";
  }

  @Override
  public String title() {
    return "JSON document with a log_history";
  }

  @Override
  public boolean isDocument() {
    return true;
  }

  @Override
  public String recordNoun() {
    return "entry of its " + DocumentSource.HISTORY;
  }

  @Override
  public List<WriterRule> writers() {
    return WRITERS;
  }

  @Override
  public boolean recognizes(FileHead head) {
    return head.name().endsWith(".json") && hasHistory(head.bytes());
  }

  /** Whether the first object has a history, and is so no line of a line log. */
  private static boolean hasHistory(byte[] head) {
    try (JsonParser p = JsonFactories.DOCUMENTS.createParser(head)) {
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
      return false; // no JSON, or cut off before a history began
    }
  }

  @Override
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    HeadFacts facts = new HeadFacts(false);
    try (DocumentSource document =
        new DocumentSource(head::path, access.probe(), reader, RejectionListener.NONE)) {
      LogRecord record = new LogRecord();
      if (document.checkForChanges(Double.MAX_VALUE)) {
        while (!facts.isComplete() && document.next(record)) {
          facts.add(record);
        }
      }
    }
    return facts;
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new DocumentSource(files.place(), access.probe(), reader, rejections);
  }
}
