package org.trainingexporter.http;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.web.reply.Reply;

/**
 * Says that the process answers: 503 with the reason where only a restart helps. Runs on the I/O
 * thread, so that slow scrapes do not delay it.
 */
final class HealthHandler implements HttpHandler {
  private final Supplier<Optional<String>> unhealthy;

  HealthHandler(Supplier<Optional<String>> unhealthy) {
    this.unhealthy = unhealthy;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Optional<String> reason = unhealthy.get();
    if (reason.isPresent()) {
      String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(reason.get()));
      String json = "{\"status\":\"unhealthy\",\"reason\":\"" + quoted + "\"}\n";
      Reply.json(exchange, StatusCodes.SERVICE_UNAVAILABLE, json);
      return;
    }
    Reply.json(exchange, StatusCodes.OK, "{\"status\":\"healthy\"}\n");
  }
}
