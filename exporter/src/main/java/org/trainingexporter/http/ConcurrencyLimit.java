package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.concurrent.Semaphore;
import org.trainingexporter.http.handler.Reply;

/** Lets so many requests in at once, waiting ones included; further ones get 503 at once. */
final class ConcurrencyLimit implements HttpHandler {
  private final Semaphore places;
  private final HttpHandler next;

  ConcurrencyLimit(int atOnce, HttpHandler next) {
    this.places = new Semaphore(atOnce);
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!places.tryAcquire()) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
      Reply.text(
          exchange,
          StatusCodes.SERVICE_UNAVAILABLE,
          "Too many requests at once; try again in a second.\n");
      return;
    }
    exchange.addExchangeCompleteListener(
        (completed, others) -> {
          places.release();
          others.proceed();
        });
    next.handleRequest(exchange);
  }
}
