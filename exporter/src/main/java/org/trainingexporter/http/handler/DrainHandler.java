package org.trainingexporter.http.handler;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.trainingexporter.web.reply.Reply;

/**
 * Lets requests finish before the server stops. Streams to pages have no end and are not waited
 * for. Any number of threads.
 */
public final class DrainHandler implements HttpHandler {
  private final HttpHandler next;
  private int running;
  private boolean draining;

  public DrainHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (exchange.getRequestPath().endsWith("/api/stream")) {
      next.handleRequest(exchange);
      return;
    }
    if (!enter()) {
      exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
      Reply.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "The exporter is shutting down.\n");
      return;
    }
    exchange.addExchangeCompleteListener(
        (completed, others) -> {
          leave();
          others.proceed();
        });
    next.handleRequest(exchange);
  }

  private synchronized boolean enter() {
    running += draining ? 0 : 1;
    return !draining;
  }

  private synchronized void leave() {
    running--;
    notifyAll();
  }

  /** Rejects new requests, and returns when none is in progress or the time is over. */
  public synchronized void drain(Duration limit) throws InterruptedException {
    draining = true;
    long end = System.nanoTime() + limit.toNanos();
    long left = limit.toNanos();
    while (running > 0 && left > 0) {
      TimeUnit.NANOSECONDS.timedWait(this, left);
      left = end - System.nanoTime();
    }
  }
}
