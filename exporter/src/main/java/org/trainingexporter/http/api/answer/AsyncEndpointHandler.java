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

/**
 * Answers what a log has to be read for. No thread waits meanwhile: the exchange rests until the
 * curves are there, and is ended on a worker.
 */
public final class AsyncEndpointHandler<Q, A> implements HttpHandler {
  /** From what is asked to the curves that are needed, and from these to the answer. */
  public interface AsyncEndpoint<Q, A> {
    Q query(Parameters parameters) throws Problem;

    void answer(HttpServerExchange exchange, Q query, A answer) throws IOException, Problem;
  }

  /** Where the curves come from; empty for a run that there is not. */
  public interface Asking<Q, A> {
    CompletableFuture<Optional<A>> ask(Q query);
  }

  private final Asking<Q, A> curves;
  private final AsyncEndpoint<Q, A> page;

  public AsyncEndpointHandler(Asking<Q, A> curves, AsyncEndpoint<Q, A> page) {
    this.curves = curves;
    this.page = page;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Q query;
    try {
      query = page.query(new Parameters(exchange));
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
      return;
    }
    exchange.dispatch(SameThreadExecutor.INSTANCE, () -> ask(exchange, query));
  }

  private void ask(HttpServerExchange exchange, Q query) {
    BiConsumer<Optional<A>, Throwable> then =
        (answer, failure) ->
            exchange.dispatch(new WorkerHandler(rested -> finish(rested, query, answer, failure)));
    var unused = curves.ask(query).whenComplete(then);
  }

  private void finish(HttpServerExchange exchange, Q query, Optional<A> answer, Throwable failure)
      throws Exception {
    if (failure != null) {
      throw new IllegalStateException(failure);
    }
    try {
      if (answer.isPresent()) {
        page.answer(exchange, query, answer.get());
      } else {
        page.query(new Parameters(exchange)); // tells that there is no such run any more
        throw new Problem(StatusCodes.NOT_FOUND, "the run has just gone");
      }
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
    }
  }
}
