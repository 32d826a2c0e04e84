package org.trainingexporter.http.api;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.List;
import org.trainingexporter.plots.Answer;
import org.trainingexporter.plots.LoggedError;
import org.trainingexporter.plots.Query;

/** {@code api/errors}: the newest records of a run's error log, with their tracebacks. */
final class ErrorsPage implements LaterHandler.Page<Query, Answer> {
  private final Model model;

  ErrorsPage(Model model) {
    this.model = model;
  }

  @Override
  public Query query(Parameters parameters) throws Problem {
    return Query.ofAll(model.run(parameters.run()).identity().name());
  }

  @Override
  public void answer(HttpServerExchange exchange, Query query, Answer answer) throws IOException {
    List<LoggedError> errors = model.plots().withTracebacks(query.run(), answer.errors());
    JsonReply.send(
        exchange,
        json ->
            json.object(
                it -> {
                  it.text("run", query.run());
                  it.<LoggedError>objects("errors", errors, ErrorsPage::write);
                }));
  }

  private static void write(Json json, LoggedError error) throws IOException {
    json.number("time", error.time());
    json.text("type", error.type());
    json.text("message", error.message());
    json.number("step", error.step());
    json.number("epoch", error.epoch());
    json.text("traceback", error.traceback());
  }
}
