package org.trainingexporter.trainer.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.regex.Pattern;

/**
 * Who may ask. Any site's page can send requests to this machine, so what starts and stops
 * trainings must come from this server's own page, or from no page at all. A site can also give its
 * own name the address of this machine and pass for our page, so only names that no site can have
 * are known: localhost, plain addresses, and the one that the server was told to listen at.
 */
final class RequestGuard {
  private final Pattern names;

  /**
   * @param host where the server listens
   */
  RequestGuard(String host) {
    String address = "\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]";
    String names = "(?:localhost|" + address + "|" + Pattern.quote(host) + ")(?::\\d{1,5})?";
    this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
  }

  /** Whether it was sent to a name of ours. */
  boolean knows(HttpServerExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    return host != null && names.matcher(host).matches();
  }

  /** Whether it is JSON, from our page or from none; a form cannot send JSON. */
  boolean lets(HttpServerExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    return type != null
        && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")
        && (origin == null || origin.equals("http://" + exchange.getHostAndPort()));
  }
}
