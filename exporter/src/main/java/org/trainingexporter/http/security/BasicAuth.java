package org.trainingexporter.http.security;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.trainingexporter.web.log.RepeatedLines;
import org.trainingexporter.web.reply.Reply;

/**
 * Requires user name and password (RFC 7617). A password that was verified before passes at once;
 * another one is verified on a thread for that, while the request waits without a thread. A client
 * that fails too often is answered 429 for a while.
 */
public final class BasicAuth implements HttpHandler, AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(BasicAuth.class);
  private static final String SCHEME = "Basic ";

  private final HttpHandler next;
  private final Passwords passwords;
  private final PasswordChecks checks;
  private final FailureLimit failures = new FailureLimit(System::nanoTime);
  private final RepeatedLines lines = new RepeatedLines(System::nanoTime);

  /** Lets only these users through: names to bcrypt hashes, at least one. */
  public BasicAuth(HttpHandler next, Map<String, String> users) {
    this.next = next;
    this.passwords = new Passwords(users);
    this.checks = new PasswordChecks(passwords);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Optional<Credentials> given = credentials(exchange);
    if (given.isEmpty()) {
      reject(exchange);
    } else if (passwords.known(given.get())) {
      next.handleRequest(exchange);
    } else {
      check(exchange, given.get());
    }
  }

  private void check(HttpServerExchange exchange, Credentials given) {
    InetAddress client = client(exchange);
    long seconds = failures.waitSeconds(client);
    if (seconds > 0) {
      lines
          .suffix(client.getHostAddress())
          .ifPresent(
              more ->
                  LOG.warn(
                      "{} has given too many wrong passwords; it is answered 429 for a while{}",
                      client.getHostAddress(),
                      more));
      later(exchange, StatusCodes.TOO_MANY_REQUESTS, seconds, "Too many wrong passwords.\n");
      return;
    }
    Optional<CompletableFuture<Boolean>> result = checks.verify(given, client);
    if (result.isEmpty()) {
      String busy = "Too many passwords are being verified; try again in a second.\n";
      later(exchange, StatusCodes.SERVICE_UNAVAILABLE, 1, busy);
      return;
    }
    exchange.dispatch(SameThreadExecutor.INSTANCE, () -> await(exchange, client, result.get()));
  }

  private void await(
      HttpServerExchange exchange, InetAddress client, CompletableFuture<Boolean> result) {
    var unused =
        result.whenComplete(
            (right, failure) ->
                exchange.dispatch(
                    exchange.getIoThread(),
                    resumed -> {
                      if (failure == null && right) {
                        next.handleRequest(resumed);
                      } else {
                        failures.failed(client);
                        reject(resumed);
                      }
                    }));
  }

  private static InetAddress client(HttpServerExchange exchange) {
    return exchange.getConnection().getPeerAddress(InetSocketAddress.class).getAddress();
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

  private static void later(HttpServerExchange exchange, int status, long seconds, String text) {
    exchange.getResponseHeaders().put(Headers.RETRY_AFTER, seconds);
    Reply.text(exchange, status, text);
  }

  private static void reject(HttpServerExchange exchange) {
    exchange
        .getResponseHeaders()
        .put(Headers.WWW_AUTHENTICATE, "Basic realm=\"training-exporter\", charset=\"UTF-8\"");
    Reply.text(exchange, StatusCodes.UNAUTHORIZED, "Name and password, please.\n");
  }

  @Override
  public void close() {
    checks.close();
  }
}
