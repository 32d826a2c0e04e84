package org.trainingexporter.http.api.stream;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.sse.ServerSentEventConnection;
import io.undertow.server.handlers.sse.ServerSentEventHandler;
import io.undertow.util.Headers;
import io.undertow.util.Methods;
import io.undertow.util.StatusCodes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.xnio.Options;

/**
 * {@code api/stream}: tells a page what is new by server-sent events, until either side goes. A
 * stream takes no thread, only a connection.
 */
public final class StreamHandler implements HttpHandler {
  private static final int MOST_VIEWERS = 200;
  private static final String RETRY_SECONDS = "10";
  private static final long HEARTBEAT_MILLIS = 15_000;
  private static final long RETRY_MILLIS = 2_000;

  // Undertow's timeout for writing also counts the silence between two writes.
  private static final int WRITE_MILLIS = 60_000;

  private final ApiContext model;
  private final EventIds ids;
  private final StreamPublisher live;
  private final Semaphore places = new Semaphore(MOST_VIEWERS);

  public StreamHandler(ApiContext model) {
    this.model = model;
    this.ids = new EventIds(model.clock());
    this.live = new StreamPublisher(model, ids);
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
      enter(exchange);
      exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
      exchange.getConnection().setOption(Options.WRITE_TIMEOUT, WRITE_MILLIS);
      new ServerSentEventHandler(
              (connection, lastId) ->
                  open(new StreamClient(connection, runs, signals, ids.number(lastId)), connection))
          .handleRequest(exchange);
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
    }
  }

  /** Takes a place until the exchange is over. */
  private void enter(HttpServerExchange exchange) throws Problem {
    if (!places.tryAcquire()) {
      exchange.getResponseHeaders().put(Headers.RETRY_AFTER, RETRY_SECONDS);
      throw new Problem(
          StatusCodes.SERVICE_UNAVAILABLE,
          "more than " + MOST_VIEWERS + " viewers at once are not served; poll instead");
    }
    exchange.addExchangeCompleteListener(
        (completed, others) -> {
          places.release();
          others.proceed();
        });
  }

  /**
   * Those that are asked for, also where there is none of that name: it is told to be gone, and all
   * of it when it comes. Where none is named, the one updated last.
   */
  private List<String> runs(Parameters parameters) throws Problem {
    List<String> names = new ArrayList<>(parameters.runs());
    if (names.isEmpty() && !model.runs().get().isEmpty()) {
      names.add(model.run(Optional.empty()).identity().name());
    }
    return names;
  }

  private void open(StreamClient viewer, ServerSentEventConnection connection) {
    connection.setKeepAliveTime(HEARTBEAT_MILLIS);
    connection.addCloseTask(closed -> live.remove(viewer));
    connection.sendRetry(RETRY_MILLIS);
    live.add(viewer);
  }
}
