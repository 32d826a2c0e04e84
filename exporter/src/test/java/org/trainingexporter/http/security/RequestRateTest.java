package org.trainingexporter.http.security;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.trainingexporter.config.web.RateLimit;

final class RequestRateTest {
  private long now;

  @Test
  void a_burst_passes_and_then_one_each_interval() {
    RequestRate rate = rate(2);

    assertTrue(rate.allow());
    assertTrue(rate.allow());
    assertFalse(rate.allow());
    now += Duration.ofSeconds(1).toNanos();
    assertTrue(rate.allow());
    assertFalse(rate.allow());
  }

  @Test
  void time_without_requests_earns_no_more_than_a_burst() {
    RequestRate rate = rate(1);
    now += Duration.ofHours(1).toNanos();

    assertTrue(rate.allow());
    assertFalse(rate.allow());
  }

  @Test
  void burst_of_0_refuses_all() {
    RequestRate rate = rate(0);
    now += Duration.ofHours(1).toNanos();

    assertFalse(rate.allow());
  }

  private RequestRate rate(int burst) {
    return new RequestRate(exchange -> {}, new RateLimit(Duration.ofSeconds(1), burst), () -> now);
  }
}
