package org.trainingexporter.http.api;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.SameThreadExecutor;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.trainingexporter.http.OnWorker;
import org.trainingexporter.plots.Answer;
import org.trainingexporter.plots.Plots;
import org.trainingexporter.plots.Query;

/**
 * Answers what a log has to be read for. No thread waits meanwhile: the exchange rests until the
 * curves are there, and is ended on a worker.
 */
final class LaterHandler implements HttpHandler {
  /** From what is asked to the curves that are needed, and from these to the answer. */
  interface Page {
    Query query(Parameters parameters) throws Problem;

    void answer(HttpServerExchange exchange, Query query, Answer answer)
        throws IOException, Problem;
  }

  private final Plots plots;
  private final Page page;

  LaterHandler(Plots plots, Page page) {
    this.plots = plots;
    this.page = page;
  }

  @Override
  public void handleRequest(HttpServerExchange exchange) throws Exception {
    Query query;
    try {
      query = page.query(new Parameters(exchange));
    } catch (Problem problem) {
      JsonReply.send(exchange, problem);
      return;
    }
    exchange.dispatch(SameThreadExecutor.INSTANCE, () -> ask(exchange, query));
  }

  private void ask(HttpServerExchange exchange, Query query) {
    BiConsumer<Optional<Answer>, Throwable> then =
        (answer, failure) ->
            exchange.dispatch(new OnWorker(rested -> finish(rested, query, answer, failure)));
    var unused = plots.ask(query).whenComplete(then);
  }

  private void finish(
      HttpServerExchange exchange, Query query, Optional<Answer> answer, Throwable failure)
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
