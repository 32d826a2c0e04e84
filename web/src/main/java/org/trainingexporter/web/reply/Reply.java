package org.trainingexporter.web.reply;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** Short replies, held in memory as a whole. For I/O threads and workers alike. */
public final class Reply {
  private static final String NO_PAGE = "There is no such page.\n";

  private Reply() {}

  public static void text(HttpServerExchange exchange, int status, String text) {
    send(exchange, status, "text/plain; charset=utf-8", text);
  }

  /** Not to be stored by browsers and proxies. */
  public static void json(HttpServerExchange exchange, int status, String json) {
    exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
    send(exchange, status, "application/json", json);
  }

  /** 404, for a path that no handler knows. */
  public static void noPage(HttpServerExchange exchange) {
    text(exchange, 404, NO_PAGE);
  }

  private static void send(HttpServerExchange exchange, int status, String type, String body) {
    exchange.setStatusCode(status);
    exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, type);
    exchange.getResponseSender().send(ByteBuffer.wrap(body.getBytes(StandardCharsets.UTF_8)));
  }
}
