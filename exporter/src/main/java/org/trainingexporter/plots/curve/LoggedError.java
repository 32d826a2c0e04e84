package org.trainingexporter.plots.curve;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;

/**
 * A record of an error log. Unknown numbers are NaN, an unknown text is null.
 *
 * @param traceback as the log has it; null until it is looked up, and where the log has none
 */
public record LoggedError(
    double time, String type, String message, double step, double epoch, String traceback) {
  private static final int LONGEST = 2_000;

  public static LoggedError of(LogRecord record) {
    return new LoggedError(
        record.time(),
        record.errorType(),
        cut(record.errorMessage()),
        record.value(Signal.POSITION),
        record.value(Signal.EPOCH),
        null);
  }

  private static String cut(String text) {
    return text == null || text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
  }

  public boolean isOf(String itsType, String itsMessage) {
    return type.equals(itsType) && (message == null || message.equals(cut(itsMessage)));
  }

  public LoggedError with(String text) {
    return new LoggedError(time, type, message, step, epoch, text);
  }
}
