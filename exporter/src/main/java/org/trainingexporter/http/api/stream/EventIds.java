package org.trainingexporter.http.api.stream;

import java.time.InstantSource;
import org.trainingexporter.plots.curve.CurveUpdate;

/** Event IDs of streams: a rising sequence number after a name of this process. */
final class EventIds {
  private final String process;

  EventIds(InstantSource clock) {
    this.process = Long.toString(clock.millis(), 36) + "-";
  }

  String of(long number) {
    return process + number;
  }

  /** The number in an ID; 0 for an ID of another process, NEWCOMER for none. */
  long number(String id) {
    if (id == null || id.isEmpty()) {
      return CurveUpdate.NEWCOMER;
    }
    try {
      return id.startsWith(process) ? Long.parseLong(id.substring(process.length())) : 0;
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
