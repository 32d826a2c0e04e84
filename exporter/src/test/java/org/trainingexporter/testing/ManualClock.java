package org.trainingexporter.testing;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that a test moves by hand. It begins in the past, so that no file is younger than it. */
public final class ManualClock implements InstantSource {
  private Instant now = Instant.parse("2025-11-22T08:00:00Z");

  private long nanos;

  @Override
  public Instant instant() {
    return now;
  }

  public double seconds() {
    return millis() / 1e3;
  }

  public void advance(Duration by) {
    now = now.plus(by);
    nanos += by.toNanos();
  }

  /** Sets the wall clock back or forward; the monotonic clock does not jump. */
  public void jump(Duration by) {
    now = now.plus(by);
  }

  /** The monotonic clock. */
  public long nanos() {
    return nanos;
  }
}
