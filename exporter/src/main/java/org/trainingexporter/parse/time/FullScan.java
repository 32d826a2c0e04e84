package org.trainingexporter.parse.time;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.parse.source.RecordSource;

/**
 * What only a pass over the whole log shows: whether it trains at all, and how its records lie in
 * time where they carry none.
 *
 * @param subject what was scanned; null for {@link #NONE}
 * @param records how many it holds
 * @param trains whether one of them is a training record
 * @param seconds what {@link ElapsedClock} shows at the end
 * @param stretches how often the log's elapsed time began again
 * @param isPaced whether the log has elapsed times or speeds
 * @param lastTime the newest time that a record carries, NaN where none does
 * @param isLocal whether times are logged without a zone
 * @param modified when the file was last written, seconds since 1970
 */
public record FullScan(
    ScanSubject subject,
    long records,
    boolean trains,
    double seconds,
    long stretches,
    boolean isPaced,
    double lastTime,
    boolean isLocal,
    double modified) {
  /** No scan was made. */
  public static final FullScan NONE =
      new FullScan(null, 0, false, 0, 0, false, Double.NaN, false, Double.NaN);

  /**
   * Reads a log to its end.
   *
   * @param times that the source reads by, used for nothing else
   */
  public static FullScan of(ScanSubject subject, RecordSource source, Timestamps times, double now)
      throws IOException {
    LogRecord record = new LogRecord();
    ElapsedClock clock = new ElapsedClock();
    long records = 0;
    boolean trains = false;
    double lastTime = Double.NaN;
    if (source.checkForChanges(now)) {
      while (source.next(record)) {
        records++;
        trains |= record.kind() == RecordKind.TRAIN;
        clock.advance(record);
        lastTime = Double.isNaN(record.time()) ? lastTime : record.time();
      }
    }
    return new FullScan(
        subject,
        records,
        trains,
        clock.seconds(),
        clock.stretches(),
        clock.isPaced(),
        lastTime,
        times.sawZoneless(),
        source.modified());
  }

  /** Seconds from the record to the log's end; NaN where that is unknown. */
  double secondsToEnd(long index, ElapsedClock clock) {
    if (index == records - 1) {
      return 0;
    }
    return isPaced && clock.stretches() == stretches ? seconds - clock.seconds() : Double.NaN;
  }
}
