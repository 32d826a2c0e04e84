package org.trainingexporter.http.fault;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.Optional;
import org.trainingexporter.http.listen.HttpLimits;
import org.trainingexporter.http.listen.ServerListener;
import org.trainingexporter.web.reply.Reply;

/** Answers every request with 503 and the reason why the exporter did not start. */
public final class FaultServer implements AutoCloseable {
  private final ServerListener listener;
  private final String reason;

  /**
   * Starts to listen, without TLS.
   *
   * @param reason one line
   * @throws IOException if the address cannot be listened on
   */
  public FaultServer(InetSocketAddress listen, String reason) throws IOException {
    this.reason = reason;
    this.listener =
        new ServerListener(listen, this::answer, Optional.empty(), false, HttpLimits.standard());
  }

  private void answer(HttpServerExchange exchange) {
    if (exchange.getRelativePath().endsWith("/-/healthy")) {
      String quoted = String.valueOf(JsonStringEncoder.getInstance().quoteAsString(reason));
      Reply.json(
          exchange,
          StatusCodes.SERVICE_UNAVAILABLE,
          "{\"status\":\"unhealthy\",\"reason\":\"" + quoted + "\"}\n");
      return;
    }
    Reply.text(
        exchange,
        StatusCodes.SERVICE_UNAVAILABLE,
        "The exporter did not start: " + reason + "\nIt starts again when the file changes.\n");
  }

  /** The address that it listens on, with the actual port. */
  public InetSocketAddress address() {
    return listener.address();
  }

  @Override
  public void close() {
    listener.close();
  }
}
