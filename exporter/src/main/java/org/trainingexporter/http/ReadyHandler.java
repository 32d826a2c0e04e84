package org.trainingexporter.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.web.reply.Reply;

/** 200 when all logs have been read once, 503 with the reason until then. */
final class ReadyHandler implements HttpHandler {
  private final Supplier<Optional<String>> notReady;

  ReadyHandler(Supplier<Optional<String>> notReady) {
    this.notReady = notReady;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Optional<String> reason = notReady.get();
    if (reason.isEmpty()) {
      Reply.json(exchange, StatusCodes.OK, "{\"status\":\"ready\"}\n");
      return;
    }
    String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(reason.get()));
    String json = "{\"status\":\"not ready\",\"reason\":\"" + quoted + "\"}\n";
    Reply.json(exchange, StatusCodes.SERVICE_UNAVAILABLE, json);
  }
}
