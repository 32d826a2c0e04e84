package org.trainingexporter.watch.find;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The space left on the file system of checkpoints, read once a minute. */
public final class FreeSpace {
  private static final long EVERY = 60_000;

  private Path seen;
  private long next;
  private double bytes;

  /** Bytes, or NaN where the file system does not say. */
  public double of(Path directory, long nowMillis) {
    if (!directory.equals(seen) || nowMillis >= next) {
      seen = directory;
      next = nowMillis + EVERY;
      bytes = read(directory);
    }
    return bytes;
  }

  private static double read(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
