package org.trainingexporter.http.listen;

import java.time.Duration;

/**
 * What clients may claim of the server. Each phase of a connection has a deadline, after which the
 * connection is closed.
 *
 * @param connections in all
 * @param connectionsPerClient of one address
 * @param requestsPerConnection at the same time; more than one with HTTP/2 only
 * @param queuedTasks of the workers; further requests get 503
 * @param waitingBytes of replies that their readers have not fetched, as a whole
 * @param handshake from the connection to the end of the TLS handshake
 * @param headers from the first byte of a request to the end of its headers
 * @param idle without a request
 * @param stall while the client reads nothing of a reply
 * @param reply from the first byte of a reply to its last; streams of events are excepted
 * @param check how often the deadlines are compared with the clock
 */
public record HttpLimits(
    int connections,
    int connectionsPerClient,
    int requestsPerConnection,
    int queuedTasks,
    long waitingBytes,
    Duration handshake,
    Duration headers,
    Duration idle,
    Duration stall,
    Duration reply,
    Duration check) {
  private static final long LEAST_WAITING_BYTES = 4L << 20;

  /** An eighth of the heap may wait for slow readers. */
  public static HttpLimits standard() {
    return new HttpLimits(
        512,
        256,
        64,
        400,
        Math.max(LEAST_WAITING_BYTES, Runtime.getRuntime().maxMemory() / 8),
        Duration.ofSeconds(10),
        Duration.ofSeconds(10),
        // Longer than the usual scrape intervals, so that Prometheus keeps its connection.
        Duration.ofSeconds(150),
        Duration.ofSeconds(10),
        Duration.ofSeconds(120),
        Duration.ofMillis(500));
  }

  /** With these deadlines, for tests. */
  public HttpLimits within(Duration handshakeAndHeaders, Duration stalls, Duration checks) {
    return new HttpLimits(
        connections,
        connectionsPerClient,
        requestsPerConnection,
        queuedTasks,
        waitingBytes,
        handshakeAndHeaders,
        handshakeAndHeaders,
        idle,
        stalls,
        reply,
        checks);
  }

  /** With these numbers of connections and waiting bytes, for tests. */
  public HttpLimits atMost(int all, int perClient, long bytes) {
    return new HttpLimits(
        all,
        perClient,
        requestsPerConnection,
        queuedTasks,
        bytes,
        handshake,
        headers,
        idle,
        stall,
        reply,
        check);
  }
}
