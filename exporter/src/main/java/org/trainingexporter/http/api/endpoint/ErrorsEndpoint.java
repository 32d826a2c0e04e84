package org.trainingexporter.http.api.endpoint;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.List;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.curve.LoggedError;

/** {@code api/errors}: the latest records of a run's error log, with their tracebacks. */
public final class ErrorsEndpoint
    implements AsyncEndpointHandler.AsyncEndpoint<CurveRequest, List<LoggedError>> {
  private final ApiContext model;

  public ErrorsEndpoint(ApiContext model) {
    this.model = model;
  }

  @Override
  public CurveRequest query(Parameters parameters) throws Problem {
    return CurveRequest.ofAll(model.run(parameters.run()).identity().name());
  }

  @Override
  public void answer(HttpServerExchange exchange, CurveRequest query, List<LoggedError> errors)
      throws IOException {
    JsonReply.send(
        exchange,
        json ->
            json.object(
                it -> {
                  it.text("run", query.run());
                  it.<LoggedError>objects("errors", errors, ErrorsEndpoint::write);
                }));
  }

  private static void write(JsonWriter json, LoggedError error) throws IOException {
    json.number("time", error.time());
    json.text("type", error.type());
    json.text("message", error.message());
    json.number("step", error.step());
    json.number("epoch", error.epoch());
    json.text("traceback", error.traceback());
  }
}
