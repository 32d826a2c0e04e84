package org.trainingexporter.demo;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.trainingexporter.demo.record.JsonLineFile;
import org.trainingexporter.demo.story.ReferenceRun;

/** Writes the reference run's training log at once, in any length, for measurements. */
public final class ReferenceLog {
  private static final Instant START = Instant.parse("2025-11-22T08:15:00Z");

  private ReferenceLog() {}

  /**
   * Replaces the file by a log of this many lines of about 248 bytes. If that is more than the
   * reference run has, its plan has as many steps.
   */
  public static void write(Path file, int lines, long seed) throws IOException {
    ReferenceRun run = new ReferenceRun(START, Math.max(lines, ReferenceRun.STEPS), seed);
    try (JsonLineFile log =
        new JsonLineFile(new BufferedOutputStream(Files.newOutputStream(file), 1 << 16))) {
      for (int line = 1; line <= lines; line++) {
        log.append(run.training(line));
      }
    }
  }
}
