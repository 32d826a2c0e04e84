package org.trainingexporter.testing;

import java.io.IOException;
import java.nio.file.Path;
import org.trainingexporter.tail.FileState;

/** Files whose waits follow a clock that a test moves by hand. */
public record ClockedFiles(FileState.Probe files, ManualClock clock) implements FileState.Probe {
  @Override
  public FileState of(Path path) throws IOException {
    return files.of(path);
  }

  @Override
  public boolean allows(Path path) {
    return files.allows(path);
  }

  @Override
  public double born(Path file, double modified) {
    return files.born(file, modified);
  }

  @Override
  public long nanos() {
    return clock.nanos();
  }
}
