package org.trainingexporter.http.api.stream;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.http.api.answer.RequestPermits;

/**
 * {@code api/stream}: sends updates to a page as server-sent events until either side ends. A
 * stream needs a connection but no thread.
 */
public final class StreamHandler implements HttpHandler {
  private static final int MAX_CLIENTS = 200;
  private static final long RETRY_SECONDS = 10;
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final long RETRY_MILLIS = 2_000;

  private final ApiContext model;
  private final EventIds ids;
  private final StreamPublisher publisher;
  private final RequestPermits permits =
      new RequestPermits(
          MAX_CLIENTS,
          RETRY_SECONDS,
          "more than " + MAX_CLIENTS + " viewers at once are not served; poll instead");

  public StreamHandler(ApiContext model) {
    this.model = model;
    this.ids = new EventIds(model.clock());
    this.publisher = new StreamPublisher(model, ids);
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    try {
      Parameters parameters = new Parameters(exchange);
      List<String> runs = runs(parameters);
      List<String> signals = parameters.signals();
      if (exchange.getRequestMethod().equals(Methods.HEAD)) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "text/event-stream; charset=UTF-8");
        exchange.endExchange();
        return;
      }
      acquire(exchange);
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
      new ServerSentEventHandler(
              (connection, lastId) ->
                  open(new StreamClient(connection, runs, signals, ids.number(lastId)), connection))
          .handleRequest(exchange);
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
    }
  }

  /** Acquires a permit until the exchange is over. */
  private void acquire(HttpServerExchange exchange) throws Problem {
    permits.acquire(exchange);
    exchange.addExchangeCompleteListener(
        (completed, others) -> {
          permits.release();
          others.proceed();
        });
  }

  /**
   * The requested runs, or the one that was updated last. A run that does not exist is reported as
   * gone, and sent when it appears.
   */
  private List<String> runs(Parameters parameters) throws Problem {
    List<String> names = new ArrayList<>(parameters.runs());
    if (names.isEmpty() && !model.runs().get().isEmpty()) {
      names.add(model.run(Optional.empty()).identity().name());
    }
    return names;
  }

  private void open(StreamClient client, ServerSentEventConnection connection) {
    connection.setKeepAliveTime(HEARTBEAT_MILLIS);
    connection.addCloseTask(closed -> publisher.remove(client));
    connection.sendRetry(RETRY_MILLIS);
    publisher.add(client);
  }
}
