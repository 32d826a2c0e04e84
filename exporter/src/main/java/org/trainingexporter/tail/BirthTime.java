package org.trainingexporter.tail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/** When files were made, where the file system keeps that. */
final class BirthTime {
  private BirthTime() {}

  /**
   * When the file was made, or else its directory.
   *
   * @param modified when the file was last written: what was made later was copied
   * @return seconds since 1970; NaN where it is unknown
   */
  static double of(Path file, double modified) {
    double own = born(file);
    if (own < modified) {
      return own;
    }
    double directory = born(file.toAbsolutePath().getParent());
    return directory < modified ? directory : Double.NaN;
  }

  /** Systems without a time of birth say 1970, or when it was last written. */
  private static double born(Path path) {
    try {
      BasicFileAttributes a = Files.readAttributes(path, BasicFileAttributes.class);
      long micros = a.creationTime().to(TimeUnit.MICROSECONDS);
      return micros > 0 ? micros / 1e6 : Double.NaN;
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
