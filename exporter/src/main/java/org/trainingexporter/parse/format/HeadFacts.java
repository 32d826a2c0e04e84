package org.trainingexporter.parse.format;

import java.io.IOException;
import java.util.function.Predicate;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.parse.source.RecordSource;

/** What the first records of a file show. One thread. */
public final class HeadFacts {
  private final boolean bounded;
  private final Predicate<LogRecord> mark;
  private final int leastMarks;
  private int marks;
  private boolean trains;
  private boolean awaitsTimes;
  private double firstTime = Double.NaN;
  private final NearMiss miss = new NearMiss();

  /**
   * @param bounded whether the head is as long as it may be, so that a longer file has the same
   */
  public HeadFacts(boolean bounded) {
    this(bounded, LogRecord::marksLog, 1);
  }

  /**
   * Facts by another measure of a log.
   *
   * @param mark whether a record speaks for a log; asked once for each, in their order
   * @param leastMarks how many such records make the file a log
   */
  public HeadFacts(boolean bounded, Predicate<LogRecord> mark, int leastMarks) {
    this.bounded = bounded;
    this.mark = mark;
    this.leastMarks = leastMarks;
  }

  /**
   * What the first records of a source show.
   *
   * @param most how many are read; fewer where they show all
   */
  public static HeadFacts of(RecordSource source, int most) throws IOException {
    HeadFacts facts = new HeadFacts(false);
    LogRecord record = new LogRecord();
    boolean more = source.checkForChanges(Double.MAX_VALUE);
    for (int i = 0; more && i < most && !facts.isComplete() && source.next(record); i++) {
      facts.add(record);
    }
    return facts;
  }

  public void add(LogRecord record) {
    marks += mark.test(record) ? 1 : 0;
    if (!isLog()) {
      miss.add(record);
    }
    trains |= record.kind() == RecordKind.TRAIN;
    if (Double.isNaN(firstTime)) {
      firstTime = record.time();
    }
    awaitsTimes = false;
    for (int i = 0; i < record.size(); i++) {
      awaitsTimes |= record.field(i).awaitsTimes();
    }
  }

  /** Whether further records could add nothing. */
  public boolean isComplete() {
    return isLog() && trains && !Double.isNaN(firstTime) && !awaitsTimes;
  }

  public boolean isBounded() {
    return bounded;
  }

  /** Whether one of the records makes the file a training log. */
  public boolean isLog() {
    return marks >= leastMarks;
  }

  /** What a file that is no log has of one. */
  public NearMiss nearMiss() {
    return miss;
  }

  /** Whether one of them is a training record. */
  public boolean trains() {
    return trains;
  }

  /** Seconds since 1970 of the first record with a time of its own; NaN where none has one. */
  public double firstTime() {
    return firstTime;
  }
}
