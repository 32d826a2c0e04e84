package org.trainingexporter.http.api.answer;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.util.concurrent.Semaphore;

/** Lets so many requests of a costly kind be answered at once. Any thread. */
public final class RequestPermits {
  private final Semaphore permits;
  private final long retrySeconds;
  private final String refusal;

  /**
   * @param retrySeconds after which a client that was refused may come again
   * @param refusal what it is told
   */
  public RequestPermits(int atOnce, long retrySeconds, String refusal) {
    this.permits = new Semaphore(atOnce);
    this.retrySeconds = retrySeconds;
    this.refusal = refusal;
  }

  /**
   * Acquires a permit, which the caller releases.
   *
   * @throws Problem 503 where there is none; when to come again is set in the reply
   */
  public void acquire(HttpServerExchange exchange) throws Problem {
    if (!permits.tryAcquire()) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, retrySeconds);
      throw new Problem(StatusCodes.SERVICE_UNAVAILABLE, refusal);
    }
  }

  public void release() {
    permits.release();
  }
}
