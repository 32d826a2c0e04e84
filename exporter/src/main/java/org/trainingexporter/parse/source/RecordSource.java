package org.trainingexporter.parse.source;

import java.io.IOException;
import org.trainingexporter.event.LogRecord;

/** The records of one log, pulled one at a time. One thread. */
public interface RecordSource {
  /**
   * Seconds without a write after which a file counts as written to its end: an unended last line
   * or half a document is then read as it stands.
   */
  double SILENCE = 10;

  /**
   * Checks the file for changes.
   *
   * @param now seconds since 1970
   * @return whether there may be records to read
   * @throws IOException where the file exists but its state cannot be read
   */
  boolean checkForChanges(double now) throws IOException;

  /** Fills in the next record; false when there is none for now. */
  boolean next(LogRecord record) throws IOException;

  /** Whether the file did not exist at the last check. */
  boolean isGone();

  /** Bytes that are there and not yet read. */
  long lag();

  /** Bytes of the file at the last check. */
  long size();

  /** When the file was last written, seconds since 1970; NaN where that is unknown. */
  double modified();
}
