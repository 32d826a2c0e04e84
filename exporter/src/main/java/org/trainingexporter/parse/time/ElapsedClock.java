package org.trainingexporter.parse.time;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.RecordKind;
import org.trainingexporter.event.key.Signal;

/**
 * Seconds of training that passed since a log's first record, from its elapsed field, else from its
 * position and logged speed. Where the elapsed time begins again, what lies between is unknown.
 */
final class ElapsedClock {
  private double elapsed = Double.NaN;
  private double position = Double.NaN;
  private double seconds;
  private long stretches;
  private boolean told;

  void advance(LogRecord record) {
    double now = record.value(Signal.ELAPSED);
    if (!Double.isNaN(now)) {
      told = true;
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
    told = true;
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

  /** How often the log's time began again. */
  long stretches() {
    return stretches;
  }

  /** Whether the log tells anything of its pace. */
  boolean isTold() {
    return told;
  }
}
