package org.trainingexporter.parse.time;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.parse.source.RecordSource;

/**
 * What only a look through a whole log tells before it is read: whether it trains at all, and how
 * its records stand in time when they carry none, counted back from the file's own.
 *
 * @param records how many it holds
 * @param training whether one of them is a training record
 * @param seconds what {@link ElapsedClock} shows at the end
 * @param stretches how often the log's time began again
 * @param paced whether the log tells anything of its pace
 * @param lastTime the newest that a record carries, NaN where none does
 */
public record FullScan(
    long records,
    boolean training,
    double seconds,
    long stretches,
    boolean paced,
    double lastTime) {
  public static final FullScan NONE = new FullScan(0, true, 0, 0, false, Double.NaN);

  public static FullScan of(RecordSource source, double now) throws IOException {
    LogRecord record = new LogRecord();
    ElapsedClock clock = new ElapsedClock();
    long records = 0;
    boolean training = false;
    double lastTime = Double.NaN;
    if (source.checkForChanges(now)) {
      while (source.next(record)) {
        records++;
        training |= record.kind() == RecordKind.TRAIN;
        clock.advance(record);
        lastTime = Double.isNaN(record.time()) ? lastTime : record.time();
      }
    }
    return new FullScan(
        records, training, clock.seconds(), clock.stretches(), clock.isTold(), lastTime);
  }

  /** Seconds before the log's end at which the record stands; NaN where that is unknown. */
  double before(long index, ElapsedClock clock) {
    if (index == records - 1) {
      return 0;
    }
    return paced && clock.stretches() == stretches ? seconds - clock.seconds() : Double.NaN;
  }
}
