package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import org.trainingexporter.web.reply.Reply;

/** Says that the process answers. Runs on the I/O thread, so that slow scrapes do not delay it. */
final class HealthHandler implements HttpHandler {
  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Reply.json(exchange, StatusCodes.OK, "{\"status\":\"healthy\"}\n");
  }
}
