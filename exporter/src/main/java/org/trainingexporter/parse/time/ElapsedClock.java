package org.trainingexporter.parse.time;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;

/**
 * Seconds of training since a log's first record, from its elapsed times, else from its positions
 * and speeds. Where the elapsed time begins again, the time between is unknown and not counted.
 */
final class ElapsedClock {
  private double elapsed = Double.NaN;
  private double position = Double.NaN;
  private double seconds;
  private long stretches;
  private boolean paced;

  void advance(LogRecord record) {
    double now = record.value(Signal.ELAPSED);
    if (!Double.isNaN(now)) {
      paced = true;
      if (now >= elapsed) {
        seconds += now - elapsed;
      } else if (!Double.isNaN(elapsed)) {
        stretches++;
      }
      elapsed = now;
    } else if (Double.isNaN(elapsed)) {
      advanceBySpeed(record);
    }
  }

  private void advanceBySpeed(LogRecord record) {
    double at = record.value(Signal.POSITION);
    double speed = record.value(Signal.STEPS_PER_SECOND);
    if (Double.isNaN(at) || !(speed > 0) || record.kind() != RecordKind.TRAIN) {
      return;
    }
    paced = true;
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

  /** Whether the log has elapsed times or speeds. */
  boolean isPaced() {
    return paced;
  }
}
