package org.trainingexporter.history.client;

import java.time.Duration;
import java.time.InstantSource;

/**
 * How long a request may take and how long it is tried again.
 *
 * @param timeout of one try
 * @param maxWait sum of the waits between tries after which a request is given up
 * @param pause waits between tries
 * @param clock wall time, for dates in {@code Retry-After}
 */
public record RequestPolicy(Duration timeout, Duration maxWait, Pause pause, InstantSource clock) {
  /** Waits for a time. */
  @FunctionalInterface
  public interface Pause {
    /**
     * Returns when the time has passed.
     *
     * @throws InterruptedException if the work is to end
     */
    void pause(Duration time) throws InterruptedException;
  }
}
