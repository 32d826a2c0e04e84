package org.trainingexporter.http.listen;

import io.undertow.server.Connectors;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Protocols;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.xnio.IoUtils;
import org.xnio.channels.StreamSourceChannel;

/**
 * Counts the requests of each connection, and meters their replies. A body is not waited for, as no
 * handler reads one.
 */
final class ExchangeTracker implements HttpHandler {
  private final Connections connections;
  private final HttpHandler next;

  ExchangeTracker(Connections connections, HttpHandler next) {
    this.connections = connections;
    this.next = next;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    boolean http2 = Protocols.HTTP_2_0.equals(exchange.getProtocol());
    Optional<ClientConnection> connection =
        connections.of(exchange.getConnection().getPeerAddress(InetSocketAddress.class));
    if (connection.isEmpty()
        || connection.get().requests() >= connections.limits().requestsPerConnection()) {
      connection.ifPresent(ClientConnection::close);
      exchange.endExchange();
      return;
    }
    ReplyMeter meter = new ReplyMeter(connections, http2);
    meter.attachTo(exchange);
    connection.get().add(meter);
    exchange.addResponseCommitListener(meter::start);
    exchange.addExchangeCompleteListener(
        (completed, others) -> {
          meter.end();
          connection.get().remove(meter);
          others.proceed();
        });
    if (!exchange.isRequestComplete()) {
      skipBody(exchange, http2);
    }
    next.handleRequest(exchange);
  }

  /**
   * The request counts as read. HTTP/1.1 then has to close the connection after the reply; with
   * HTTP/2 the stream is reset then.
   */
  private static void skipBody(HttpServerExchange exchange, boolean http2) {
    if (http2) {
      StreamSourceChannel body = exchange.getRequestChannel();
      exchange.addExchangeCompleteListener(
          (completed, others) -> {
            IoUtils.safeClose(body);
            others.proceed();
          });
    } else {
      exchange.setPersistent(false);
    }
    Connectors.terminateRequest(exchange);
  }
}
