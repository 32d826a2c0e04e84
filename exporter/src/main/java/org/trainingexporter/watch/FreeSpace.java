package org.trainingexporter.watch;

import java.nio.file.Files;
import java.nio.file.Path;

/** What the file system that checkpoints go to has left, looked at once a minute. */
final class FreeSpace {
  private static final long EVERY = 60_000;

  private long next = Long.MIN_VALUE;
  private double bytes = Double.NaN;

  /** Bytes, or NaN where there is no such directory. */
  double of(Path directory, long nowMillis) {
    if (nowMillis >= next) {
      next = nowMillis + EVERY;
      boolean there = Files.isDirectory(directory);
      bytes = there ? directory.toFile().getUsableSpace() : Double.NaN;
    }
    return bytes;
  }
}
