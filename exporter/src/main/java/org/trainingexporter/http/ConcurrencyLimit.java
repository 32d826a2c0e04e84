package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.concurrent.Semaphore;
import org.trainingexporter.web.reply.Reply;

/**
 * Limits the requests in progress, waiting ones included. Further requests get 503 at once, where
 * Undertow's own limit would queue them.
 */
final class ConcurrencyLimit implements HttpHandler {
  private final Semaphore permits;
  private final HttpHandler next;

  ConcurrencyLimit(int most, HttpHandler next) {
    this.permits = new Semaphore(most);
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    if (!permits.tryAcquire()) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
      Reply.text(
          exchange,
          StatusCodes.SERVICE_UNAVAILABLE,
          "Too many requests at once; try again in a second.\n");
      return;
    }
    exchange.addExchangeCompleteListener(
        (completed, others) -> {
          permits.release();
          others.proceed();
        });
    next.handleRequest(exchange);
  }
}
