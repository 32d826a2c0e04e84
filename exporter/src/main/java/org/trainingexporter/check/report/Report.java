package org.trainingexporter.check.report;

import java.io.Closeable;
import java.io.IOException;
import org.trainingexporter.check.directory.DirectoryReport;
import org.trainingexporter.check.file.FileReport;

/** Writes the report of each file after the other. Closing ends the report, not its stream. */
public interface Report extends Closeable {
  void add(FileReport file) throws IOException;

  void add(DirectoryReport directory) throws IOException;
}
