package org.trainingexporter.parse.json;

import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LineLogFormat;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;

/** One JSON object a line. Any file may be that: a line that is none costs itself. */
public final class JsonLinesFormat implements LineLogFormat {
  @Override
  public String label() {
    return "json_lines";
  }

  @Override
  public String title() {
    return "JSON lines";
  }

  @Override
  public List<WriterRule> writers() {
    return JsonLineWriters.ALL;
  }

  @Override
  public boolean recognizes(FileHead head) {
    return true;
  }

  @Override
  public LineParser parser(RecordReader reader, RejectionListener rejections) {
    return new JsonLineParser(reader, rejections);
  }
}
