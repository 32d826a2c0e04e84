package org.trainingexporter.check.report;

import java.io.Closeable;
import java.io.IOException;
import org.trainingexporter.check.file.FileReport;

/** Where the reports of all files go, one after another. Closing ends it, not the stream below. */
public interface Report extends Closeable {
  void add(FileReport file) throws IOException;
}
