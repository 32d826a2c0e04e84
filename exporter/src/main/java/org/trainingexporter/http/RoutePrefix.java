package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import org.trainingexporter.web.reply.Reply;

/**
 * Removes the route prefix from every path, for a reverse proxy that passes it on. The root
 * redirects to the prefix by a relative address, which stays right whatever the proxy adds.
 */
final class RoutePrefix implements HttpHandler {
  private final String prefix;
  private final HttpHandler next;

  private RoutePrefix(String prefix, HttpHandler next) {
    this.prefix = prefix;
    this.next = next;
  }

  /** The handler itself if the prefix is empty. */
  static HttpHandler before(HttpHandler next, String prefix) {
    return prefix.isEmpty() ? next : new RoutePrefix(prefix, next);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    String path = exchange.getRelativePath();
    if (path.startsWith(prefix + "/")) {
      exchange.setRelativePath(path.substring(prefix.length()));
      next.handleRequest(exchange);
    } else if (path.equals("/")) {
      redirect(exchange, prefix.substring(1) + "/");
    } else if (path.equals(prefix)) {
      redirect(exchange, prefix.substring(prefix.lastIndexOf('/') + 1) + "/");
    } else {
      Reply.text(exchange, StatusCodes.NOT_FOUND, "Everything is below " + prefix + "/.\n");
    }
  }

  private static void redirect(HttpServerExchange exchange, String to) {
    exchange.getResponseHeaders().put(Headers.LOCATION, to);
    Reply.text(exchange, StatusCodes.FOUND, "See " + to + "\n");
  }
}
