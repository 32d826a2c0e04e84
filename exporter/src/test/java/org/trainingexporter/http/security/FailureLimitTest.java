package org.trainingexporter.http.security;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.InetAddress;
import org.junit.jupiter.api.Test;

final class FailureLimitTest {
  private long now = Long.MAX_VALUE - 1_000;
  private final FailureLimit limit = new FailureLimit(() -> now);

  @Test
  void client_may_fail_ten_times_and_then_once_each_six_seconds() throws Exception {
    InetAddress client = InetAddress.getByName("10.0.0.1");
    for (int i = 0; i < FailureLimit.BURST; i++) {
      assertEquals(0, limit.waitSeconds(client));
      limit.failed(client);
    }
    assertTrue(limit.waitSeconds(client) > 0);

    now += FailureLimit.NANOS_EACH;
    assertEquals(0, limit.waitSeconds(client));
    limit.failed(client);
    assertEquals(7, limit.waitSeconds(client));
  }

  @Test
  void failures_of_one_client_do_not_count_for_another() throws Exception {
    for (int i = 0; i < 20; i++) {
      limit.failed(InetAddress.getByName("10.0.0.1"));
    }
    assertEquals(0, limit.waitSeconds(InetAddress.getByName("10.0.0.2")));
  }

  @Test
  void addresses_of_one_ipv6_network_are_one_client() throws Exception {
    for (int i = 0; i < 20; i++) {
      limit.failed(InetAddress.getByName("2001:db8::" + i));
    }
    assertTrue(limit.waitSeconds(InetAddress.getByName("2001:db8::ffff")) > 0);
    assertEquals(0, limit.waitSeconds(InetAddress.getByName("2001:db9::1")));
  }
}
