package org.trainingexporter.parse.text;

import java.util.List;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LineLogFormat;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;

/** Text that a program prints while it trains. Any file may be that. */
public final class TextFormat implements LineLogFormat {
  @Override
  public String label() {
    return "text";
  }

  @Override
  public String title() {
    return "text";
  }

  @Override
  public LogKind kind() {
    return LogKind.TEXT;
  }

  @Override
  public List<WriterRule> writers() {
    return TextWriters.ALL;
  }

  @Override
  public boolean recognizes(FileHead head) {
    return true;
  }

  @Override
  public int headLines() {
    return TextHead.LINES;
  }

  @Override
  public HeadFacts headFacts(boolean bounded) {
    return new HeadFacts(bounded, new TextHead()::marksLog, TextHead.LEAST_MARKS);
  }

  @Override
  public boolean readsCutLine() {
    return false;
  }

  @Override
  public boolean endsAtReturns() {
    return true;
  }

  @Override
  public boolean leavesOutYears() {
    return true;
  }

  @Override
  public LineParser parser(RecordReader reader, RejectionListener rejections) {
    return new TextLineParser(reader, rejections);
  }
}
