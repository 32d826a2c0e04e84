package org.trainingexporter.http.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Map;

/** Adds to each response the headers that make it safer, and those that the web config names. */
public final class ResponseHeaders implements HttpHandler {
  private final Map<String, String> configured;
  private final HttpHandler next;

  public ResponseHeaders(Map<String, String> configured, HttpHandler next) {
    this.configured = configured;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    exchange.getResponseHeaders().put(Headers.X_CONTENT_TYPE_OPTIONS, "nosniff");
    configured.forEach(
        (name, value) -> exchange.getResponseHeaders().put(new HttpString(name), value));
    next.handleRequest(exchange);
  }
}
