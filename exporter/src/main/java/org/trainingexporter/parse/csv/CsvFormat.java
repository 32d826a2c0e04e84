package org.trainingexporter.parse.csv;

import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.LineLogFormat;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;

/** Comma-separated tables under a header, by the suffix of the file's name. */
public final class CsvFormat implements LineLogFormat {
  private static final List<WriterRule> WRITERS =
      List.of(
          new WriterRule("csv-yolo", "train/box_loss"),
          new WriterRule("csv-lightning", "step"),
          new WriterRule("csv-keras", "epoch"));

  @Override
  public String label() {
    return "csv";
  }

  @Override
  public String title() {
    return "CSV";
  }

  @Override
  public List<WriterRule> writers() {
    return WRITERS;
  }

  @Override
  public boolean recognizes(FileHead head) {
    return head.name().endsWith(".csv");
  }

  @Override
  public LineParser parser(RecordReader reader, RejectionListener rejections) {
    return new CsvLineParser(reader, rejections);
  }
}
