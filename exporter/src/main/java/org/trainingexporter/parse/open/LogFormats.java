package org.trainingexporter.parse.open;

import java.util.List;
import org.trainingexporter.parse.csv.CsvFormat;
import org.trainingexporter.parse.document.HistoryDocumentFormat;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LogFormat;
import org.trainingexporter.parse.json.JsonLinesFormat;

/** The formats that logs may have. A new one is a file and a line here. */
final class LogFormats {
  /** The first that recognizes a file reads it; the last recognizes all. */
  private static final List<LogFormat> ALL =
      List.of(new CsvFormat(), new HistoryDocumentFormat(), new JsonLinesFormat());

  private LogFormats() {}

  static LogFormat of(FileHead head) {
    return ALL.stream().filter(f -> f.recognizes(head)).findFirst().orElseThrow();
  }
}
