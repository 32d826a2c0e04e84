package org.trainingexporter.http;

import static java.util.stream.Collectors.joining;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.trainingexporter.web.reply.Reply;

/**
 * 200 when all logs have been read once, 503 with the reason until then. Both name what is watched
 * and cannot be read.
 */
final class ReadyHandler implements HttpHandler {
  private final Supplier<Optional<String>> notReady;
  private final Supplier<List<String>> unreadable;

  ReadyHandler(Supplier<Optional<String>> notReady, Supplier<List<String>> unreadable) {
    this.notReady = notReady;
    this.unreadable = unreadable;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) {
    Optional<String> reason = notReady.get();
    if (reason.isEmpty()) {
      Reply.json(exchange, StatusCodes.OK, "{\"status\":\"ready\"" + unread() + "}\n");
      return;
    }
    String json = "{\"status\":\"not ready\",\"reason\":" + quoted(reason.get()) + unread() + "}\n";
    Reply.json(exchange, StatusCodes.SERVICE_UNAVAILABLE, json);
  }

  private String unread() {
    String names = unreadable.get().stream().map(ReadyHandler::quoted).collect(joining(","));
    return names.isEmpty() ? "" : ",\"unreadable\":[" + names + "]";
  }

  private static String quoted(String text) {
    return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
  }
}
