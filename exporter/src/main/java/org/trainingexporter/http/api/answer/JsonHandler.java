package org.trainingexporter.http.api.answer;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.io.IOException;

/** Answers a path of the API from memory. On a worker thread. */
public final class JsonHandler implements HttpHandler {
  private final Endpoint page;

  public JsonHandler(Endpoint page) {
    this.page = page;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws IOException {
    try {
      JsonReply.send(exchange, page.answer(new Parameters(exchange)));
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
    }
  }
}
