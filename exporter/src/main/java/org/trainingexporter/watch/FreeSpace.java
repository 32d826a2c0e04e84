package org.trainingexporter.watch;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** What the file system that checkpoints go to has left. */
final class FreeSpace {
  private FreeSpace() {}

  /** Bytes, or NaN where the file system does not say. */
  static double of(Path directory) {
    try {
      return Files.getFileStore(directory).getUsableSpace();
    } catch (IOException e) {
      return Double.NaN;
    }
  }
}
