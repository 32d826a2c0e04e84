package org.trainingexporter.parse.json;

import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LineLogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;

/**
 * One JSON object a line: a file of that name, or one most of whose lines begin as an object. A
 * line that is none costs itself.
 */
public final class JsonLinesFormat implements LineLogFormat {
  private static final List<String> ENDINGS = List.of(".jsonl", ".ndjson", ".json");

  @Override
  public String label() {
    return "json_lines";
  }

  @Override
  public String title() {
    return "JSON lines";
  }

  @Override
  public LogKind kind() {
    return LogKind.LINES;
  }

  @Override
  public List<WriterRule> writers() {
    return JsonLineWriters.ALL;
  }

  @Override
  public boolean recognizes(FileHead head) {
    return ENDINGS.stream().anyMatch(head.name()::endsWith) || JsonHead.isJsonLines(head.bytes());
  }

  @Override
  public LineParser parser(RecordReader reader, RejectionListener rejections) {
    return new JsonLineParser(reader, rejections);
  }
}
