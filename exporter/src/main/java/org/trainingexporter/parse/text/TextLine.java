package org.trainingexporter.parse.text;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RejectionListener;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.json.JsonLineParser;
import org.trainingexporter.parse.record.RecordReader;
import org.trainingexporter.parse.text.line.BarScan;
import org.trainingexporter.parse.text.line.LinePrefix;
import org.trainingexporter.parse.text.line.PairList;
import org.trainingexporter.parse.text.line.PairReader;
import org.trainingexporter.parse.text.literal.LiteralScan;
import org.trainingexporter.parse.text.record.LineRecord;
import org.trainingexporter.parse.text.table.KnownRows;
import org.trainingexporter.parse.text.table.NamedValues;
import org.trainingexporter.parse.text.word.DataSet;
import org.trainingexporter.parse.text.word.SetHeading;
import org.trainingexporter.parse.time.Timestamps;
import org.trainingexporter.tail.Block;

/** Reads one line of text whose bytes are clean and stand before a line end. One thread. */
final class TextLine {
  /** What stands in a line's object and cannot be read costs the line, and is not counted. */
  private static final RejectionListener UNCOUNTED = (reason, line, key, detail) -> {};

  private final LinePrefix prefix;
  private final PairReader lines;
  private final PairList pairs = new PairList();
  private final BarScan bar = new BarScan();
  private final KnownRows shapes = new KnownRows();
  private final NamedValues row = new NamedValues();
  private final LiteralScan literal = new LiteralScan();
  private final JsonLineParser objects;
  private final LineRecord records;

  /**
   * @param usesTemplates whether lines of a known shape are read the fast way
   */
  TextLine(RecordReader reader, Timestamps times, boolean usesTemplates) {
    this.lines = new PairReader(usesTemplates);
    this.prefix = new LinePrefix(times);
    this.objects = new JsonLineParser(reader, UNCOUNTED);
    this.records = new LineRecord(reader);
  }

  void begin() {
    records.begin();
  }

  void beginBlock() {
    lines.begin();
  }

  /** Reads what a logging library puts before the message, and gives where that begins. */
  int readPrefix(byte[] b, int from, int to) {
    return prefix.read(b, from, to);
  }

  /** Seconds since 1970 that the line begins with, or NaN. */
  double time() {
    return prefix.time();
  }

  /** Fills in the record of a table. */
  boolean fill(NamedValues values, double time, LogRecord record, long line) {
    boolean filled = records.fill(values, record, line);
    return filled && complete(time, record);
  }

  /** Notes the data set that a line without numbers names, for those below. */
  void readHeading(byte[] b, int from, int to) {
    DataSet set = SetHeading.of(b, from, to, records.isPlaced());
    if (set != DataSet.NONE) {
      records.head(set);
    }
  }

  /** Fills in the message's record; false where it is none. */
  boolean read(byte[] b, int from, int to, int traits, LogRecord record, long line) {
    if (shapes.read(b, from, to, row)) {
      return fill(row, prefix.time(), record, line);
    }
    boolean isRead = false;
    int end = to;
    if ((traits & LineTraits.BRACE) != 0) {
      int brace = brace(b, from, to);
      if (brace < to) {
        isRead = readObject(b, brace, to, record, line);
        end = brace;
      }
    }
    boolean percent = (traits & LineTraits.PERCENT) != 0;
    boolean barred = (traits & LineTraits.BRACKET) != 0 && bar.read(b, from, end, percent);
    if (barred) {
      lines.readPart(b, from, bar.labelTo, pairs, false);
      lines.readPart(b, bar.postfixFrom, bar.postfixTo, pairs, true);
    } else {
      lines.read(b, from, end, pairs);
    }
    if (pairs.size() == 0 && !barred && !isRead) {
      readHeading(b, from, to);
      return false;
    }
    boolean filled = records.fill(b, pairs, barred ? bar : null, isRead, record, line);
    return filled && complete(prefix.time(), record);
  }

  /** Adds what stands before the message. */
  private boolean complete(double time, LogRecord record) {
    if (!Double.isNaN(time) && Double.isNaN(record.time())) {
      record.setTime(time);
    }
    if (prefix.rank() >= 0) {
      records.addRank(prefix.rank(), record);
    }
    return true;
  }

  private static int brace(byte[] b, int from, int to) {
    int p = from;
    while (p < to && (b[p] != '{' || !LiteralScan.mayBegin(b, p, to))) {
      p++;
    }
    return p;
  }

  /** Reads the line's first object; true where it has a position, a signal or ends the run. */
  private boolean readObject(byte[] b, int brace, int to, LogRecord record, long line) {
    if (literal.read(b, brace, to) < 0) {
      return false;
    }
    objects.accept(new Block(literal.json(), 0, literal.length(), false, false));
    objects.continueAt(line);
    if (!objects.next(record)) {
      return false;
    }
    return record.marksLog()
        || record.isEnd()
        || record.has(Signal.Evidence.PLACE)
        || record.has(Signal.Evidence.TRAINING)
        || record.has(Signal.Evidence.VALIDATION)
        || record.errorType() != null;
  }
}
