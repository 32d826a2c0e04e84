package org.trainingexporter.watch.relation;

import java.io.IOException;
import java.nio.file.Path;
import org.trainingexporter.parse.outline.LogOutline;

/** Reads a log's outline. */
@FunctionalInterface
public interface OutlineSource {
  /**
   * The outline of all that the file holds.
   *
   * @param now seconds since 1970
   * @throws IOException where the file cannot be read
   */
  LogOutline outline(Path file, double now) throws IOException;
}
