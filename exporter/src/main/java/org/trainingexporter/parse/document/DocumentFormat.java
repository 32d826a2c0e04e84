package org.trainingexporter.parse.document;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.IOException;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.json.JsonFactories;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;

/** One JSON value that holds all records and is replaced as a whole; {@link DocumentShape}. */
public final class DocumentFormat implements LogFormat {
  private static final List<WriterRule> WRITERS =
      List.of(new WriterRule("hf-trainer-state", DocumentSource.HISTORY));

  @Override
  public String label() {
    return "document";
  }

  @Override
  public String title() {
    return "JSON document";
  }

  @Override
  public LogKind kind() {
    return LogKind.DOCUMENT;
  }

  @Override
  public String recordNoun() {
    return "entry";
  }

  @Override
  public List<WriterRule> writers() {
    return WRITERS;
  }

  @Override
  public boolean recognizes(FileHead head) {
    return head.name().endsWith(".json") && ShapeFinder.of(head).isPresent();
  }

  @Override
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    return switch (ShapeFinder.of(head).orElse(DocumentShape.NONE)) {
      case NONE -> new HeadFacts(head.isFull());
      case ARRAY -> examineArray(head, reader);
      default -> examineAll(head, access, reader);
    };
  }

  /** A data set is an array as well: its first elements decide, as far as the head has them. */
  private static HeadFacts examineArray(FileHead head, RecordReader reader) throws IOException {
    HeadFacts facts = new HeadFacts(head.isFull());
    LogRecord record = new LogRecord();
    try (JsonParser p = JsonFactories.document(head.bytes())) {
      p.nextToken();
      ObjectEntries entries = new ObjectEntries(p, reader, entry -> {});
      while (!facts.isComplete() && entries.entry() < FileHead.LINES && entries.next(record)) {
        reader.report(record, RejectionListener.NONE);
        facts.add(record);
      }
    } catch (JsonProcessingException e) {
      return facts; // cut off
    }
    return facts;
  }

  private static HeadFacts examineAll(FileHead head, FileAccess access, RecordReader reader)
      throws IOException {
    try (DocumentSource document =
        new DocumentSource(head::path, access.probe(), reader, RejectionListener.NONE)) {
      return HeadFacts.of(document, Integer.MAX_VALUE);
    }
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    return new DocumentSource(files.place(), access.probe(), reader, rejections);
  }
}
