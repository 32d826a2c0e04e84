package org.trainingexporter.parse.format;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.source.LineParser;
import org.trainingexporter.parse.source.LineSource;
import org.trainingexporter.parse.source.MutableRejections;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.tail.FileAccess;
import org.trainingexporter.tail.LogFile;
import org.trainingexporter.tail.ReadBuffer;

/** A format of lines that are appended: all it has to bring is a parser of lines. */
public interface LineLogFormat extends LogFormat {
  /** A parser for one file. */
  LineParser parser(RecordReader reader, RejectionListener rejections);

  @Override
  default String recordNoun() {
    return "line";
  }

  @Override
  default HeadFacts examine(FileHead head, FileAccess access, RecordReader reader) {
    HeadFacts facts = new HeadFacts(head.isBounded());
    LineParser parser = parser(reader, RejectionListener.NONE);
    parser.accept(head.lines());
    LogRecord record = new LogRecord();
    while (!facts.isComplete() && parser.next(record)) {
      facts.add(record);
    }
    if (head.isFull() && !facts.isComplete()) {
      facts.add(record); // the beginning of a line that goes on behind the head
    }
    return facts;
  }

  @Override
  default RecordSource open(
      LogFiles files, FileAccess access, RecordReader reader, RejectionListener rejections) {
    LogFile file = new LogFile(files.current(), files.past(), access.probe(), access.longestLine());
    MutableRejections heard = new MutableRejections(rejections);
    return new LineSource(file, parser(reader, heard), new ReadBuffer(), heard);
  }
}
