package org.trainingexporter.parse.time.elapsed;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.event.key.Signal;

/**
 * Seconds of training since a log's first record, from its elapsed times, else from how long its
 * epochs took, else from its positions and speeds. Where the elapsed time begins again, the time
 * between is unknown and not counted.
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

  /** Whether the record says how much time has passed. */
  public boolean advance(LogRecord record) {
    double now = record.value(Signal.ELAPSED);
    double epoch = record.value(Signal.EPOCH_SECONDS);
    boolean says = true;
    if (!Double.isNaN(now)) {
      origin = TimeOrigin.ELAPSED;
      advanceTo(now);
    } else if (Double.isNaN(elapsed) && !Double.isNaN(epoch)) {
      origin = TimeOrigin.ELAPSED;
      seconds += begun ? epoch : 0;
    } else {
      says = Double.isNaN(elapsed) && advanceBySpeed(record);
    }
    begun = true;
    return says;
  }

  private void advanceTo(double now) {
    if (now < elapsed * BEGINS_AGAIN) {
      stretches++;
      elapsed = now;
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
