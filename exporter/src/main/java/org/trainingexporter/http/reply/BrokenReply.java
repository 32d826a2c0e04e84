package org.trainingexporter.http.reply;

import io.undertow.server.HttpServerExchange;
import org.xnio.IoUtils;

/** How a reply ends that cannot be sent as a whole. */
public final class BrokenReply {
  private BrokenReply() {}

  /** Breaks the connection: with a proper end, half a scrape would pass for a complete one. */
  public static void hangUp(HttpServerExchange exchange) {
    IoUtils.safeClose(exchange.getConnection());
    exchange.endExchange();
  }
}
