package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.web.reply.Reply;

/** Reads the configuration again, as Prometheus does. */
final class ReloadHandler implements HttpHandler {
  private final Supplier<Optional<String>> reload;

  /**
   * @param reload returns what is wrong afterwards, or empty
   */
  ReloadHandler(Supplier<Optional<String>> reload) {
    this.reload = reload;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Optional<String> problem = reload.get();
    if (problem.isPresent()) {
      String text = "The configuration was not reloaded: " + problem.get() + "\n";
      Reply.text(exchange, StatusCodes.INTERNAL_SERVER_ERROR, text);
    } else {
      Reply.text(exchange, StatusCodes.OK, "The configuration is reloaded.\n");
    }
  }
}
