package org.trainingexporter.web.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

final class RepeatedLinesTest {
  private long now;
  private final RepeatedLines lines = new RepeatedLines(() -> now);

  @Test
  void a_line_is_logged_once_and_then_once_a_minute_with_a_count() {
    assertEquals(Optional.of(""), lines.suffix("a"));
    assertEquals(Optional.empty(), lines.suffix("a"));
    assertEquals(Optional.empty(), lines.suffix("a"));
    assertEquals(Optional.of(""), lines.suffix("b"));

    now += TimeUnit.MINUTES.toNanos(1);

    assertEquals(Optional.of(" (and 2 more since the last line)"), lines.suffix("a"));
    assertEquals(Optional.empty(), lines.suffix("a"));
    assertEquals(Optional.of(""), lines.suffix("b"));
  }
}
