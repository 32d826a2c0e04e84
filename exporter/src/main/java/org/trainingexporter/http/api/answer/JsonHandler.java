package org.trainingexporter.http.api.answer;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;

/** Handles a path of the API that is answered from memory. Runs on a worker. */
public final class JsonHandler implements HttpHandler {
  private final Endpoint endpoint;

  public JsonHandler(Endpoint endpoint) {
    this.endpoint = endpoint;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    try {
      JsonReply.send(exchange, endpoint.answer(new Parameters(exchange)));
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
    }
  }
}
