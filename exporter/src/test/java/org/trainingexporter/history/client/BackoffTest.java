package org.trainingexporter.history.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class BackoffTest {
  @Test
  void each_wait_is_twice_the_one_before_up_to_the_longest() {
    Backoff backoff = new Backoff(Duration.ofSeconds(1), Duration.ofSeconds(5));

    assertEquals(
        List.of(1L, 2L, 4L, 5L, 5L),
        Stream.generate(backoff::failed).limit(5).map(Duration::toSeconds).toList());
  }
}
