package org.trainingexporter.http.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.trainingexporter.web.reply.Reply;

/**
 * Requires user name and password (RFC 7617). A password that was verified before passes on the I/O
 * thread; another one is hashed on a worker.
 */
public final class BasicAuth implements HttpHandler {
  private static final String SCHEME = "Basic ";

  private final HttpHandler next;
  private final Passwords passwords;

  private BasicAuth(HttpHandler next, Passwords passwords) {
    this.next = next;
    this.passwords = passwords;
  }

  /** The handler itself if there are no users, else one that lets only these users through. */
  public static HttpHandler before(HttpHandler next, Map<String, String> users) {
    return users.isEmpty() ? next : new BasicAuth(next, new Passwords(users));
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Credentials> given = credentials(exchange);
    if (given.isEmpty()) {
      reject(exchange);
    } else if (passwords.known(given.get())) {
      next.handleRequest(exchange);
    } else if (exchange.isInIoThread()) {
      exchange.dispatch(this);
    } else if (passwords.verify(given.get())) {
      next.handleRequest(exchange);
    } else {
      reject(exchange);
    }
  }

  private static Optional<Credentials> credentials(HttpServerExchange exchange) {
    String header = exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION);
    if (header == null || !header.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
      return Optional.empty();
    }
    try {
      byte[] decoded = Base64.getDecoder().decode(header.substring(SCHEME.length()).strip());
      String pair = new String(decoded, StandardCharsets.UTF_8);
      int colon = pair.indexOf(':');
      return colon < 0
          ? Optional.empty()
          : Optional.of(new Credentials(pair.substring(0, colon), pair.substring(colon + 1)));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
  }

  private static void reject(HttpServerExchange exchange) {
    exchange
        .getResponseHeaders()
        .put(Headers.WWW_AUTHENTICATE, "Basic realm=\"training-exporter\", charset=\"UTF-8\"");
    Reply.text(exchange, StatusCodes.UNAUTHORIZED, "Name and password, please.\n");
  }
}
