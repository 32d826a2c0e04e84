package org.trainingexporter.http.api.answer;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiConsumer;
import org.trainingexporter.http.handler.WorkerHandler;
import org.trainingexporter.plots.HungReadException;

/**
 * Handles an endpoint whose reply needs a log to be read. No thread waits for it: the exchange is
 * suspended until the result is there, and completed on a worker.
 */
public final class AsyncEndpointHandler<Q, A> implements HttpHandler {
  /** An endpoint in two steps: request parameters to query, and the query's result to reply. */
  public interface AsyncEndpoint<Q, A> {
    Q query(Parameters parameters) throws Problem;

    void answer(HttpServerExchange exchange, Q query, A answer) throws IOException, Problem;
  }

  /** Runs queries; the result is empty if the run does not exist. */
  public interface QueryRunner<Q, A> {
    CompletableFuture<Optional<A>> run(Q query);
  }

  private final QueryRunner<Q, A> queries;
  private final AsyncEndpoint<Q, A> endpoint;

  public AsyncEndpointHandler(QueryRunner<Q, A> queries, AsyncEndpoint<Q, A> endpoint) {
    this.queries = queries;
    this.endpoint = endpoint;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Q query;
    try {
      query = endpoint.query(new Parameters(exchange));
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
      return;
    }
    exchange.dispatch(SameThreadExecutor.INSTANCE, () -> run(exchange, query));
  }

  private void run(HttpServerExchange exchange, Q query) {
    BiConsumer<Optional<A>, Throwable> complete =
        (answer, failure) ->
            exchange.dispatch(
                new WorkerHandler(resumed -> finish(resumed, query, answer, failure)));
    var unused = queries.run(query).whenComplete(complete);
  }

  private void finish(HttpServerExchange exchange, Q query, Optional<A> answer, Throwable failure)
      throws Exception {
    try {
      if (failure instanceof HungReadException) {
        throw new Problem(StatusCodes.SERVICE_UNAVAILABLE, failure.getMessage());
      } else if (failure != null) {
        throw new IllegalStateException(failure);
      }
      if (answer.isPresent()) {
        endpoint.answer(exchange, query, answer.get());
      } else {
        endpoint.query(new Parameters(exchange)); // throws if the run no longer exists
        throw new Problem(StatusCodes.NOT_FOUND, "the run has just gone");
      }
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
    }
  }
}
