package org.trainingexporter.golden;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import org.trainingexporter.tail.FileState;

/** Files of a disk that were made when a case says so: what the disk says is left out. */
record BornFiles(Optional<Instant> born, InstantSource clock) implements FileState.Probe {
  @Override
  public FileState of(Path path) throws IOException {
    return FileState.of(path);
  }

  @Override
  public long nanos() {
    return clock.millis() * 1_000_000;
  }

  @Override
  public double born(Path file, double modified) {
    return born.map(time -> time.toEpochMilli() / 1e3).orElse(Double.NaN);
  }
}
