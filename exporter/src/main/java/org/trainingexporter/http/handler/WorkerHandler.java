package org.trainingexporter.http.handler;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.http.listen.ReplyMeter;
import org.trainingexporter.http.reply.BrokenReply;
import org.trainingexporter.web.log.RepeatedLines;
import org.trainingexporter.web.reply.Reply;

/**
 * Runs a handler on a worker thread and handles its failures. A client that disconnects is logged
 * at debug level; any other failure is logged as an error and answered with 500. A request is
 * answered with 503 while the server is overloaded.
 */
public final class WorkerHandler implements HttpHandler {
  private static final Logger LOG = LoggerFactory.getLogger(WorkerHandler.class);

  private final HttpHandler next;
  private final RepeatedLines lines = new RepeatedLines(System::nanoTime);

  public WorkerHandler(HttpHandler next) {
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (exchange.isInIoThread()) {
      if (ReplyMeter.of(exchange).isServerOverloaded()) {
        exchange.getResponseHeaders().put(Headers.RETRY_AFTER, "1");
        Reply.text(exchange, StatusCodes.SERVICE_UNAVAILABLE, "Too busy; try again in a second.\n");
      } else {
        exchange.dispatch(this);
      }
      return;
    }
    try {
      next.handleRequest(exchange);
    } catch (IOException gone) {
      LOG.debug("{}: the client went away: {}", exchange.getRequestPath(), gone.toString());
      BrokenReply.hangUp(exchange);
    } catch (Exception failure) {
      lines
          .suffix(exchange.getRelativePath() + failure.getClass())
          .ifPresent(
              more -> LOG.error("{} failed: {}{}", exchange.getRequestPath(), failure, more));
      LOG.debug("The failure in full", failure);
      fail(exchange);
    }
  }

  private static void fail(HttpServerExchange exchange) {
    if (exchange.isResponseStarted()) {
      BrokenReply.hangUp(exchange);
      return;
    }
    exchange.getResponseHeaders().remove(Headers.CONTENT_ENCODING);
    Reply.text(
        exchange,
        StatusCodes.INTERNAL_SERVER_ERROR,
        "This page could not be made; the exporter's log says why.\n");
  }
}
