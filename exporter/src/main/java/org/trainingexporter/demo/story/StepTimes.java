package org.trainingexporter.demo.story;

import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * The times of a run's lines: one a second. Each is a little early, so that the validation and the
 * checkpoint that follow a step are past too when the line is due. Microseconds since 1970.
 */
public final class StepTimes {
  private static final long SECOND = 1_000_000;
  private static final int EARLY = 100_000;
  private static final int JITTER = 40_000;
  private static final int SPEED_WINDOW = 8;

  private final long start;
  private final long seed;

  public StepTimes(Instant start, long seed) {
    this.start = ChronoUnit.MICROS.between(Instant.EPOCH, start);
    this.seed = seed;
  }

  public long micros(int line) {
    int jitter = Noise.TIME.at(seed, line).nextInt(-JITTER, JITTER);
    return start + line * SECOND - EARLY + jitter;
  }

  /** Steps per second, averaged over the last lines as by a progress bar. */
  public double speed(int line) {
    int window = Math.min(line, SPEED_WINDOW);
    return (double) window * SECOND / (micros(line) - micros(line - window));
  }
}
