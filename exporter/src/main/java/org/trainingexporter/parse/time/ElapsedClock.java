package org.trainingexporter.parse.time;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.TimeOrigin;
import org.trainingexporter.event.key.Signal;

/**
 * Seconds of training since a log's first record, from its elapsed times, else from how long its
 * epochs took, else from its positions and speeds. Where the elapsed time begins again, the time
 * between is unknown and not counted.
 */
final class ElapsedClock {
  private double elapsed = Double.NaN;
  private double position = Double.NaN;
  private double seconds;
  private long stretches;
  private TimeOrigin origin = TimeOrigin.ARRIVAL;
  private boolean begun;

  void advance(LogRecord record) {
    double now = record.value(Signal.ELAPSED);
    double epoch = record.value(Signal.EPOCH_SECONDS);
    if (!Double.isNaN(now)) {
      origin = TimeOrigin.ELAPSED;
      if (now >= elapsed) {
        seconds += now - elapsed;
      } else if (!Double.isNaN(elapsed)) {
        stretches++;
      }
      elapsed = now;
    } else if (Double.isNaN(elapsed) && !Double.isNaN(epoch)) {
      origin = TimeOrigin.ELAPSED;
      seconds += begun ? epoch : 0;
    } else if (Double.isNaN(elapsed)) {
      advanceBySpeed(record);
    }
    begun = true;
  }

  private void advanceBySpeed(LogRecord record) {
    double at = record.value(Signal.POSITION);
    double speed = record.value(Signal.STEPS_PER_SECOND);
    if (Double.isNaN(at) || record.kind() != RecordKind.TRAIN) {
      return;
    }
    if (!(speed > 0)) {
      position = Double.isNaN(position) ? at : position; // the stretch from there counts
      return;
    }
    origin = origin == TimeOrigin.ARRIVAL ? TimeOrigin.SPEED : origin;
    if (at >= position) {
      seconds += (at - position) / speed;
    } else if (!Double.isNaN(position)) {
      stretches++;
    }
    position = at;
  }

  double seconds() {
    return seconds;
  }

  /** How often the log's elapsed time began again. */
  long stretches() {
    return stretches;
  }

  /** What the seconds follow from; {@link TimeOrigin#ARRIVAL} where nothing is known. */
  TimeOrigin origin() {
    return origin;
  }
}
