package org.trainingexporter.check;

import java.io.Closeable;
import java.io.IOException;

/** Where the reports of all files go, one after another. Closing ends it, not the stream below. */
interface Report extends Closeable {
  void add(FileReport file) throws IOException;
}
