package org.trainingexporter.parse.time.elapsed;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.event.key.Signal;

/**
 * Seconds of training since a log's first record, from its elapsed times, else from how long its
 * epochs took, else from its positions and speeds. Where the elapsed time begins again, the time
 * between is unknown and not counted.
 *
 * <p>An elapsed time that falls a little is that of another process that writes the same log, or of
 * a short training that was restarted. Only the record after it shows which. So a first clock
 * follows all records and finds these restarts, and a second one, {@link #again}, knows them.
 */
public final class ElapsedClock {
  /** An elapsed time that falls by less is that of another process that writes the same log. */
  private static final double BEGINS_AGAIN = 0.5;

  private double elapsed = Double.NaN;
  private double position = Double.NaN;
  private double epochOfPosition = Double.NaN;
  private double seconds;
  private long stretches;
  private TimeOrigin origin = TimeOrigin.ARRIVAL;
  private boolean begun;

  private final ElapsedRestarts restarts;

  public ElapsedClock() {
    this(ElapsedRestarts.search());
  }

  private ElapsedClock(ElapsedRestarts restarts) {
    this.restarts = restarts;
  }

  /** A clock for the same records from the first, once this one was advanced by all of them. */
  public ElapsedClock again() {
    return new ElapsedClock(restarts.again());
  }

  /** Whether the record says how much time has passed. */
  public boolean advance(LogRecord record) {
    double now = record.value(Signal.ELAPSED);
    double epoch = record.value(Signal.EPOCH_SECONDS);
    boolean says = true;
    if (!Double.isNaN(now)) {
      origin = TimeOrigin.ELAPSED;
      advanceTo(now, record);
    } else if (Double.isNaN(elapsed) && !Double.isNaN(epoch)) {
      origin = TimeOrigin.ELAPSED;
      seconds += begun ? epoch : 0;
    } else {
      says = Double.isNaN(elapsed) && advanceBySpeed(record);
    }
    begun = true;
    return says;
  }

  private void advanceTo(double now, LogRecord record) {
    double restart = restarts.startAt(record, now, elapsed);
    if (!Double.isNaN(restart)) {
      stretches++;
      elapsed = restart;
    }
    if (now < elapsed * BEGINS_AGAIN) {
      stretches++;
      elapsed = now;
      restarts.begin(record.value(Signal.POSITION));
    } else if (!(now < elapsed)) {
      seconds += Double.isNaN(elapsed) ? 0 : now - elapsed;
      elapsed = now;
    }
  }

  private boolean advanceBySpeed(LogRecord record) {
    double at = record.value(Signal.POSITION);
    double speed = record.value(Signal.STEPS_PER_SECOND);
    if (Double.isNaN(at) || record.kind() != RecordKind.TRAIN) {
      return false;
    }
    if (!(speed > 0)) {
      position = Double.isNaN(position) ? at : position; // the stretch from there counts
      return false;
    }
    origin = origin == TimeOrigin.ARRIVAL ? TimeOrigin.SPEED : origin;
    double epoch = record.value(Signal.EPOCH);
    if (at >= position) {
      seconds += (at - position) / speed;
    } else if (epoch > epochOfPosition) {
      seconds += at / speed; // the counter is the epoch's
    } else if (!Double.isNaN(position)) {
      stretches++;
    }
    position = at;
    epochOfPosition = epoch;
    return true;
  }

  /** Seconds since the first record. */
  public double seconds() {
    return seconds;
  }

  /** How often the log's elapsed time began again. */
  public long stretches() {
    return stretches;
  }

  /** What the seconds follow from; {@link TimeOrigin#ARRIVAL} where nothing is known. */
  public TimeOrigin origin() {
    return origin;
  }
}
