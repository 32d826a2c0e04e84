package org.trainingexporter.parse.source;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;

/** The records of one log, pulled one at a time. One thread. */
public interface RecordSource {
  /**
   * Looks whether there may be more to read than at the last look.
   *
   * @param now seconds since 1970
   * @throws IOException where the file is there and cannot be looked at
   */
  boolean checkForChanges(double now) throws IOException;

  /** Fills in the next record; false when there is none for now. */
  boolean next(LogRecord record) throws IOException;

  /** Whether the file was not there at the last look. */
  boolean isGone();

  /** Bytes that are there and not yet read. */
  long lag();

  /** Bytes of the file at the last look. */
  long size();

  /** When the file was last written, seconds since 1970. */
  double modified();
}
