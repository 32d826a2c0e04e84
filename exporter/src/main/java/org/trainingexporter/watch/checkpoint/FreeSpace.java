package org.trainingexporter.watch.checkpoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The space left on the file system of checkpoints, read once a minute. */
public final class FreeSpace {
  private static final long EVERY = 60_000_000_000L;

  private Path seen;
  private long next;
  private double bytes;

  /**
   * Bytes, or NaN where the file system does not say.
   *
   * @param nanos of the monotonic clock
   */
  public double of(Path directory, long nanos) {
    if (!directory.equals(seen) || nanos - next >= 0) {
      seen = directory;
      next = nanos + EVERY;
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
