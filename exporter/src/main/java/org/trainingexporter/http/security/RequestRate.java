package org.trainingexporter.http.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.function.LongSupplier;
import org.trainingexporter.config.web.RateLimit;
import org.trainingexporter.web.reply.Reply;

/**
 * Answers 429 beyond a rate of requests, counted over all clients: a token bucket, as the
 * exporter-toolkit has it.
 */
public final class RequestRate implements HttpHandler {
  private final RateLimit limit;
  private final HttpHandler next;
  private final LongSupplier nanos;
  private double tokens;
  private long filledAt;

  /**
   * @param nanos a clock that never goes back, such as {@link System#nanoTime}
   */
  public RequestRate(HttpHandler next, RateLimit limit, LongSupplier nanos) {
    this.next = next;
    this.limit = limit;
    this.nanos = nanos;
    this.tokens = limit.burst();
    this.filledAt = nanos.getAsLong();
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (allow()) {
      next.handleRequest(exchange);
    } else {
      Reply.text(exchange, StatusCodes.TOO_MANY_REQUESTS, "Too Many Requests\n");
    }
  }

  synchronized boolean allow() {
    long now = nanos.getAsLong();
    double earned = (now - filledAt) / (double) limit.interval().toNanos();
    tokens = Math.min(limit.burst(), tokens + earned);
    filledAt = now;
    if (tokens < 1) {
      return false;
    }
    tokens--;
    return true;
  }
}
