package org.trainingexporter.parse.time;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.event.key.KeyRegistry;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.event.value.KeyTimes;
import org.trainingexporter.parse.source.RecordSource;
import org.trainingexporter.parse.time.elapsed.ElapsedClock;
import org.trainingexporter.parse.time.elapsed.EvenSpread;
import org.trainingexporter.tail.FileState;

/**
 * What only a pass over the whole log shows: whether it trains at all, and how its records lie in
 * time where they carry none.
 *
 * @param subject what was scanned; null for {@link #NONE}
 * @param records how many it holds
 * @param trains whether one of them is a training record
 * @param elapsed the clock of elapsed times at the end
 * @param spread where training records without a time lie between two that have one
 * @param origin where times come from that records do not carry
 * @param lastTime the newest time that a record carries, NaN where none does
 * @param clock what {@link DayClock} shows at the end, NaN where no record has a time of day
 * @param isLocal whether times are logged without a zone
 * @param born when the file was made, seconds since 1970, or NaN
 * @param modified when the file was last written, seconds since 1970
 * @param keyTimes what keys about time mean, as all of the log shows
 */
public record FullScan(
    ScanSubject subject,
    long records,
    boolean trains,
    ElapsedClock elapsed,
    EvenSpread spread,
    TimeOrigin origin,
    double lastTime,
    double clock,
    boolean isLocal,
    double born,
    double modified,
    KeyTimes keyTimes) {
  private static final double NO = Double.NaN;

  /** No scan was made. */
  public static final FullScan NONE = none();

  private static FullScan none() {
    TimeOrigin origin = TimeOrigin.ARRIVAL;
    EvenSpread spread = new EvenSpread();
    ElapsedClock elapsed = new ElapsedClock();
    return new FullScan(
        null, 0, false, elapsed, spread, origin, NO, NO, false, NO, NO, KeyTimes.NONE);
  }

  /** Records that came faster than this, in seconds, were copied, not written one by one. */
  private static final double LEAST_GAP = 0.05;

  /**
   * Reads a log to its end.
   *
   * @param times that the source reads by, used for nothing else
   * @param keys likewise
   * @param probe says when the file was made
   */
  public static FullScan of(
      ScanSubject subject,
      RecordSource source,
      Timestamps times,
      KeyRegistry keys,
      FileState.Probe probe,
      double now)
      throws IOException {
    LogRecord record = new LogRecord();
    ElapsedClock elapsed = new ElapsedClock();
    EvenSpread spread = new EvenSpread();
    DayClock clock = new DayClock();
    long records = 0;
    boolean trains = false;
    double lastTime = NO;
    if (source.checkForChanges(now)) {
      while (source.next(record)) {
        trains |= record.kind() == RecordKind.TRAIN;
        boolean says = elapsed.advance(record);
        spread.add(records++, record, elapsed, says);
        if (record.has(Signal.CLOCK)) {
          clock.advance(record.value(Signal.CLOCK));
        }
        lastTime = Double.isNaN(record.time()) ? lastTime : record.time();
      }
    }
    double modified = source.modified();
    boolean byClock = Double.isNaN(lastTime) && !Double.isNaN(clock.seconds());
    double born = subject.state() == null ? NO : probe.born(subject.live(), modified);
    boolean guessed =
        elapsed.origin() == TimeOrigin.ARRIVAL
            && Double.isNaN(lastTime)
            && records > 1
            && (modified - born) / (double) records >= LEAST_GAP;
    return new FullScan(
        subject,
        records,
        trains,
        elapsed,
        spread,
        guessed ? TimeOrigin.GUESSED : elapsed.origin(),
        byClock ? times.atClock(clock.seconds() % DayClock.DAY, modified) : lastTime,
        clock.seconds(),
        byClock || times.sawZoneless(),
        born,
        modified,
        keys.times().found());
  }

  /** Whether nothing is known of its times but when the file was made and last written. */
  public boolean isGuessed() {
    return origin == TimeOrigin.GUESSED && Double.isNaN(clock);
  }

  /** The guessed time of a record: all lie evenly between the file's birth and last change. */
  double guess(long index) {
    return born + (modified - born) * (double) (index + 1) / (double) records;
  }

  /** Seconds from the record to the log's end; NaN where the seconds passed say nothing of it. */
  double secondsToEnd(long index, ElapsedClock at, double passed) {
    if (index == records - 1) {
      return 0;
    }
    boolean paced = origin == TimeOrigin.ELAPSED || origin == TimeOrigin.SPEED;
    return paced && at.stretches() == elapsed.stretches() ? elapsed.seconds() - passed : NO;
  }
}
