package org.trainingexporter.plots.curve;

import org.trainingexporter.event.LogRecord;
import org.trainingexporter.event.key.Signal;

/**
 * A record of an error log. Unknown numbers are NaN, unknown texts are null.
 *
 * @param time seconds since 1970
 * @param traceback as logged; null if it was not looked up or the log has none
 */
public record LoggedError(
    double time, String type, String message, double step, double epoch, String traceback) {
  private static final int MAX_LENGTH = 2_000;

  /** The error that a record describes. */
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
    return text == null || text.length() <= MAX_LENGTH ? text : text.substring(0, MAX_LENGTH) + "…";
  }

  /** Whether type and message are those of this error. */
  public boolean isOf(String otherType, String otherMessage) {
    return type.equals(otherType) && (message == null || message.equals(cut(otherMessage)));
  }

  /** The same error with its traceback. */
  public LoggedError with(String text) {
    return new LoggedError(time, type, message, step, epoch, text);
  }
}
