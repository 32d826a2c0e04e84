package org.trainingexporter.parse.document;

import java.io.Closeable;
import java.io.IOException;
import org.trainingexporter.event.LogRecord;

/** The records of one reading of a document, in order. One thread. */
interface Entries extends Closeable {
  /** Reads the next entry into the record; false where there is none. */
  boolean next(LogRecord record) throws IOException;

  /** The number of the entry read last, from 1. */
  long entry();
}
