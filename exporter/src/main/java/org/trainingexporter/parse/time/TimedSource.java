package org.trainingexporter.parse.time;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.elapsed.ElapsedClock;
import org.trainingexporter.parse.time.elapsed.EvenSpread;

/**
 * Adds times to records that carry none. In a log with times of its own it is the previous
 * record's. Else records of the first pass are counted back from the file's modification time, or
 * guessed where the log says nothing of time, and records that are appended later get their time of
 * arrival. A time of day gets its date from the file's modification time.
 */
public final class TimedSource implements RecordSource {
  private final RecordSource source;
  private final FullScan scan;
  private final ElapsedClock clock;
  private final EvenSpread.Passage spread;
  private boolean firstPass = true;
  private double firstModified = Double.NaN;
  private double now;
  private long index;
  private double ownTime = Double.NaN;
  private final Timestamps times;
  private final DayClock day = new DayClock();

  /**
   * @param times of the run, for times of day
   */
  public TimedSource(RecordSource source, FullScan scan, Timestamps times) {
    this.source = source;
    this.scan = scan;
    this.clock = scan.elapsed().again();
    this.spread = scan.spread().passage();
    this.times = times;
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
    if (Double.isNaN(record.time()) && record.has(Signal.CLOCK)) {
      record.setTime(atClock(record.value(Signal.CLOCK)));
    }
    if (!Double.isNaN(record.time())) {
      ownTime = record.time();
    } else if (!Double.isNaN(ownTime)) {
      record.setTime(ownTime);
    } else if (firstPass && index < scan.records()) {
      clock.advance(record);
      double passed = spread.seconds(index, record, clock.seconds());
      if (scan.isGuessed()) {
        record.setTime(scan.guess(index), TimeOrigin.GUESSED);
      } else {
        record.setTime(firstModified - scan.secondsToEnd(index, clock, passed), scan.origin());
      }
    } else if (!firstPass) {
      record.setTime(now, TimeOrigin.ARRIVAL);
    }
    index++;
    return true;
  }

  /** Counted back from the log's last time of day, which is near the file's last change. */
  private double atClock(double secondsOfDay) {
    double seconds = day.advance(secondsOfDay);
    if (firstPass && index < scan.records()) {
      double last = times.atClock(scan.clock() % DayClock.DAY, firstModified);
      return last - (scan.clock() - seconds);
    }
    return times.atClock(secondsOfDay, now);
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
