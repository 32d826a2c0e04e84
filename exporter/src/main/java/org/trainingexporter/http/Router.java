package org.trainingexporter.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.Map;
import java.util.Set;
import org.trainingexporter.http.handler.Reply;

/**
 * Hands a request to the handler of its exact path, or of what is below its first part; else 404,
 * and 405 for what is not a read.
 */
final class Router implements HttpHandler {
  private static final Set<HttpString> READS = Set.of(Methods.GET, Methods.HEAD);

  private final Map<String, HttpHandler> routes;

  Router(Map<String, HttpHandler> routes) {
    this.routes = routes;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    HttpHandler route = route(exchange.getRelativePath());
    if (route == null) {
      Reply.text(exchange, StatusCodes.NOT_FOUND, "There is no such page.\n");
    } else if (!READS.contains(exchange.getRequestMethod())) {
      exchange.getResponseHeaders().put(Headers.ALLOW, "GET, HEAD");
      Reply.text(exchange, StatusCodes.METHOD_NOT_ALLOWED, "This page can only be read.\n");
    } else {
      route.handleRequest(exchange);
    }
  }

  private HttpHandler route(String path) {
    HttpHandler exact = routes.get(path);
    int end = path.indexOf('/', 1);
    return exact != null || end < 0 ? exact : routes.get(path.substring(0, end) + "/*");
  }
}
