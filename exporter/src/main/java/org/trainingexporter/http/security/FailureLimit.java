package org.trainingexporter.http.security;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/**
 * How many wrong passwords a client may try: ten at once, then one each six seconds. Safe for many
 * threads.
 */
final class FailureLimit {
  static final int BURST = 10;
  static final long NANOS_EACH = 6_000_000_000L;
  private static final int MOST_CLIENTS = 4_096;
  private static final int IPV6_NETWORK_BYTES = 8;

  private final LongSupplier nanos;

  /** By client, when all its failures will be forgiven. */
  private final Map<String, Long> forgiven =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
          return size() > MOST_CLIENTS;
        }
      };

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  FailureLimit(LongSupplier nanos) {
    this.nanos = nanos;
  }

  /** Seconds until the client may try again, 0 if it may now. */
  synchronized long waitSeconds(InetAddress client) {
    long now = nanos.getAsLong();
    long debt = forgiven.getOrDefault(key(client), now) - now;
    long tooMuch = debt - (BURST - 1) * NANOS_EACH;
    return tooMuch <= 0 ? 0 : 1 + tooMuch / 1_000_000_000L;
  }

  synchronized void failed(InetAddress client) {
    long now = nanos.getAsLong();
    long until = forgiven.getOrDefault(key(client), now);
    forgiven.put(key(client), (until - now < 0 ? now : until) + NANOS_EACH);
  }

  /** One IPv6 client has a whole network of addresses. */
  private static String key(InetAddress client) {
    byte[] address = client.getAddress();
    StringBuilder key = new StringBuilder();
    for (int i = 0; i < Math.min(address.length, IPV6_NETWORK_BYTES); i++) {
      key.append(address[i]).append('.');
    }
    return key.toString();
  }
}
