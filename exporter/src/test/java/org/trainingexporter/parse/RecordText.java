package org.trainingexporter.parse;

import org.trainingexporter.event.LogRecord;

/** A record in words, so that two can be compared in all that they say. */
public final class RecordText {
  private RecordText() {}

  /** All that the record says. */
  public static String of(LogRecord r) {
    StringBuilder text = new StringBuilder();
    text.append(r.line()).append(' ').append(r.kind()).append(" time=").append(r.time());
    for (int i = 0; i < r.size(); i++) {
      text.append(' ').append(r.field(i).index).append('/').append(r.field(i));
      text.append('=').append(r.value(i));
    }
    text.append(r.isEnd() ? " end" : "").append(r.isValidating() ? " val" : "");
    return text.append(' ').append(r.errorType()).append(' ').append(r.errorMessage()).toString();
  }
}
