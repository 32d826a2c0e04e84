package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the file system that checkpoints go to has left, looked at once a minute. */
final class FreeSpace {
  private static final long EVERY = 60_000;

  private Path seen;
  private long next;
  private double bytes;

  /** Bytes, or NaN where the file system does not say. */
  double of(Path directory, long nowMillis) {
    if (!directory.equals(seen) || nowMillis >= next) {
      seen = directory;
      next = nowMillis + EVERY;
      bytes = look(directory);
    }
    return bytes;
  }

  private static double look(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
