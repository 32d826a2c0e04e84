package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import org.trainingexporter.http.handler.WorkerHandler;
import org.trainingexporter.http.listen.ReplyMeter;
import org.trainingexporter.web.reply.Reply;

/**
 * Limits the requests that wait for their reply. Further requests get 503 at once, where Undertow's
 * own limit would queue them. A reply that has begun does not count, so that slow readers keep
 * nobody away.
 */
final class ConcurrencyLimit implements HttpHandler {
  private static final AttachmentKey<AtomicBoolean> RELEASED =
      AttachmentKey.create(AtomicBoolean.class);

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
    AtomicBoolean released = new AtomicBoolean();
    exchange.addResponseCommitListener(begun -> release(released));
    ReplyMeter.of(exchange).onEnd(() -> release(released));
    exchange.putAttachment(RELEASED, released);
    next.handleRequest(exchange);
  }

  /**
   * The limit around a handler that runs on a worker. At the latest the permit is free when the
   * handler has returned, since a request that its client reset may never end.
   */
  static HttpHandler onWorker(int most, HttpHandler handler) {
    ConcurrencyLimit[] limit = new ConcurrencyLimit[1];
    limit[0] =
        new ConcurrencyLimit(
            most,
            new WorkerHandler(
                exchange -> {
                  try {
                    handler.handleRequest(exchange);
                  } finally {
                    limit[0].release(exchange.getAttachment(RELEASED));
                  }
                }));
    return limit[0];
  }

  private void release(AtomicBoolean released) {
    if (released.compareAndSet(false, true)) {
      permits.release();
    }
  }
}
