package org.trainingexporter.history.client;

import java.time.Duration;
import java.util.Collections;
import java.util.List;

/** Waits between tries: each is twice the one before, up to a limit. One thread. */
final class Backoff {
  private final Duration longest;
  private Duration next;

  Backoff(Duration first, Duration longest) {
    this.next = first;
    this.longest = longest;
  }

  /** The wait after one more failure. */
  Duration failed() {
    Duration wait = next;
    Duration twice = wait.multipliedBy(2);
    next = Collections.min(List.of(twice, longest));
    return wait;
  }
}
