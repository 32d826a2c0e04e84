package org.trainingexporter.trainer.web;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.regex.Pattern;

/**
 * Protects against other sites' pages. Any page can send requests to this machine, so requests that
 * start or stop trainings must come from this server's own page, or from no page at all. A site can
 * also resolve its own name to this machine (DNS rebinding), so the host must be a name that no
 * site can have: localhost, an IP address, or the configured host.
 */
final class RequestGuard {
  private final Pattern names;

  /**
   * @param host the host that the server listens on
   */
  RequestGuard(String host) {
    String address = "\\d{1,3}(?:\\.\\d{1,3}){3}|\\[[0-9a-f:.]+]";
    String names = "(?:localhost|" + address + "|" + Pattern.quote(host) + ")(?::\\d{1,5})?";
    this.names = Pattern.compile(names, Pattern.CASE_INSENSITIVE);
  }

  /** Whether the request was sent to an accepted host. */
  boolean acceptsHost(HttpServerExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst(Headers.HOST);
    return host != null && names.matcher(host).matches();
  }

  /** Whether the request is JSON, which no form can send, and from our page or from none. */
  boolean allowsChange(HttpServerExchange exchange) {
    String type = exchange.getRequestHeaders().getFirst(Headers.CONTENT_TYPE);
    String origin = exchange.getRequestHeaders().getFirst(Headers.ORIGIN);
    return type != null
        && type.split(";", 2)[0].strip().equalsIgnoreCase("application/json")
        && (origin == null || origin.equals("http://" + exchange.getHostAndPort()));
  }
}
