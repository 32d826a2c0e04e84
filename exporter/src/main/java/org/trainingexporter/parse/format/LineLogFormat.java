package org.trainingexporter.parse.format;

import java.io.IOException;
import java.nio.file.Path;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.BlockFeed;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.parse.source.LineSource;
import org.trainingexporter.parse.source.MutableRejections;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

/**
 * A format of lines that are appended: all it has to bring is a parser of lines. What else formats
 * of lines differ in has a method with the common answer.
 */
public interface LineLogFormat extends LogFormat {
  /** A parser for one file. */
  LineParser parser(RecordReader reader, RejectionListener rejections);

  /** How many lines of a file decide whether it is a log. */
  default int headLines() {
    return FileHead.LINES;
  }

  /** Facts of a head without records so far, by the format's own measure of a log. */
  default HeadFacts headFacts(boolean bounded) {
    return new HeadFacts(bounded);
  }

  /** Whether the parser fills in a record from the beginning of a line that the head cuts off. */
  default boolean readsCutLine() {
    return true;
  }

  /** Whether a carriage return ends a line as a newline does. */
  default boolean endsAtReturns() {
    return false;
  }

  /** Whether times may leave out their year, which the file's last change then settles. */
  default boolean leavesOutYears() {
    return false;
  }

  @Override
  default String recordNoun() {
    return "line";
  }

  @Override
  default HeadFacts examine(FileHead head, FileAccess access, RecordReader reader) {
    endYears(head.path(), access, reader);
    HeadFacts facts = headFacts(head.isBounded(headLines()));
    LineParser parser = parser(reader, RejectionListener.NONE);
    parser.accept(head.lines(headLines()));
    LogRecord record = new LogRecord();
    while (!facts.isComplete() && parser.next(record)) {
      facts.add(record);
    }
    if (readsCutLine() && head.isFull() && !facts.isComplete()) {
      facts.add(record);
    }
    return facts;
  }

  @Override
  default RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    endYears(files.current(), access, reader);
    LogFile file =
        new LogFile(files.current(), files.confirmed(), access.probe(), access.longestLine());
    MutableRejections heard = new MutableRejections(rejections);
    ReadBuffer buffer = new ReadBuffer(endsAtReturns(), access.ahead().blockBytes());
    BlockFeed blocks = new BlockFeed(file, buffer, access.ahead());
    return new LineSource(file, blocks, parser(reader, heard), heard);
  }

  private void endYears(Path file, FileAccess access, RecordReader reader) {
    if (leavesOutYears()) {
      reader.times().endYearsAt(lastChange(file, access));
    }
  }

  /** Seconds since 1970; NaN where the file is gone since it was found. */
  private static double lastChange(Path file, FileAccess access) {
    try {
      return access.probe().of(file).modifiedSeconds();
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
