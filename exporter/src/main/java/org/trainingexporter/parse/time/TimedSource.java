package org.trainingexporter.parse.time;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.parse.source.RecordSource;

/**
 * Adds times to records that carry none. In a log with times of its own it is the previous
 * record's. Else records of the first pass are counted back from the file's modification time, and
 * records that are appended later get their time of arrival.
 */
public final class TimedSource implements RecordSource {
  private final RecordSource source;
  private final FullScan scan;
  private final ElapsedClock clock = new ElapsedClock();
  private boolean firstPass = true;
  private double firstModified = Double.NaN;
  private double now;
  private long index;
  private double ownTime = Double.NaN;

  public TimedSource(RecordSource source, FullScan scan) {
    this.source = source;
    this.scan = scan;
  }

  @Override
  public boolean checkForChanges(double at) throws IOException {
    now = at;
    boolean more = source.checkForChanges(at);
    if (Double.isNaN(firstModified)) {
      firstModified = source.modified();
    }
    return more;
  }

  @Override
  public boolean next(LogRecord record) throws IOException {
    if (!source.next(record)) {
      firstPass = false;
      return false;
    }
    if (!Double.isNaN(record.time())) {
      ownTime = record.time();
    } else if (!Double.isNaN(ownTime)) {
      record.setTime(ownTime);
    } else if (firstPass && index < scan.records()) {
      clock.advance(record);
      record.setTime(firstModified - scan.secondsToEnd(index, clock));
    } else if (!firstPass) {
      record.setTime(now);
    }
    index++;
    return true;
  }

  @Override
  public boolean isGone() {
    return source.isGone();
  }

  @Override
  public long lag() {
    return source.lag();
  }

  @Override
  public long size() {
    return source.size();
  }

  @Override
  public double modified() {
    return source.modified();
  }
}
