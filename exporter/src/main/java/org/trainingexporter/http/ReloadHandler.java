package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.web.reply.Reply;

/** Reads the configuration again, as Prometheus does; 403 where that is not enabled. */
final class ReloadHandler implements HttpHandler {
  private final Optional<Supplier<Optional<String>>> reload;

  /**
   * @param reload what is wrong afterwards, or empty; no supplier where the page is off
   */
  ReloadHandler(Optional<Supplier<Optional<String>>> reload) {
    this.reload = reload;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    if (reload.isEmpty()) {
      Reply.text(
          exchange,
          StatusCodes.FORBIDDEN,
          "This page is off; --web.enable-lifecycle turns it on.\n");
      return;
    }
    Optional<String> problem = reload.get().get();
    if (problem.isPresent()) {
      String text = "The configuration was not reloaded: " + problem.get() + "\n";
      Reply.text(exchange, StatusCodes.INTERNAL_SERVER_ERROR, text);
    } else {
      Reply.text(exchange, StatusCodes.OK, "The configuration is reloaded.\n");
    }
  }
}
