package org.trainingexporter.check.file;

import java.util.Locale;
import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;

/** Where the times of a log's records come from. */
public enum TimeOrigin {
  OWN("its own"),
  ELAPSED("counted back from the file's time by the elapsed time"),
  SPEED("counted back from the file's time by the speed"),
  NONE("known of the newest record only, the file's time");

  /** In words, for people. */
  public final String words;

  /** For programs. */
  public final String label = name().toLowerCase(Locale.ROOT);

  TimeOrigin(String words) {
    this.words = words;
  }

  /** The better of this and what the record offers. */
  TimeOrigin or(LogRecord record) {
    if (this == OWN || record.has(Signal.TIMESTAMP)) {
      return OWN;
    }
    if (this == ELAPSED || record.has(Signal.ELAPSED)) {
      return ELAPSED;
    }
    boolean speed = record.has(Signal.POSITION) && record.value(Signal.STEPS_PER_SECOND) > 0;
    return speed ? SPEED : this;
  }
}
