package org.trainingexporter.parse.text;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.format.FileHead;
import org.trainingexporter.parse.format.HeadFacts;
import org.trainingexporter.parse.format.LineLogFormat;
import org.trainingexporter.parse.format.LogFiles;
import org.trainingexporter.parse.format.LogKind;
import org.trainingexporter.parse.format.WriterRule;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.parse.source.LineSource;
import org.trainingexporter.parse.source.MutableRejections;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

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
  public HeadFacts examine(FileHead head, FileAccess access, RecordReader reader) {
    reader.times().endYearsAt(lastChange(head.path()));
    TextHead text = new TextHead();
    boolean bounded = head.isBounded(TextHead.LINES);
    HeadFacts facts = new HeadFacts(bounded, text::marksLog, TextHead.LEAST_MARKS);
    LineParser parser = parser(reader, RejectionListener.NONE);
    parser.accept(head.lines(TextHead.LINES));
    LogRecord record = new LogRecord();
    while (!facts.isComplete() && parser.next(record)) {
      facts.add(record);
    }
    return facts;
  }

  @Override
  public LineParser parser(RecordReader reader, RejectionListener rejections) {
    return new TextLineParser(reader, rejections);
  }

  @Override
  public RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    reader.times().endYearsAt(lastChange(files.current()));
    LogFile file = new LogFile(files.current(), files.past(), access.probe(), access.longestLine());
    MutableRejections heard = new MutableRejections(rejections);
    return new LineSource(file, parser(reader, heard), new ReadBuffer(true), heard);
  }

  /** Seconds since 1970: no time in the file is later. NaN where that is not known. */
  private static double lastChange(Path file) {
    try {
      return Files.getLastModifiedTime(file).toMillis() / 1e3;
    } catch (IOException e) {
      return Double.NaN; // gone since it was found
    }
  }
}
