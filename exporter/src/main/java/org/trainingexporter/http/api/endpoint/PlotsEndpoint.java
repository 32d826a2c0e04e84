package org.trainingexporter.http.api.endpoint;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.AsyncEndpointHandler;
import org.trainingexporter.http.api.answer.JsonReply;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.plots.CurveRequest;
import org.trainingexporter.plots.CurveResponse;
import org.trainingexporter.plots.curve.CurveSeries;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.run.figure.Topic;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;

/** {@code api/plots}: a run's curves, downsampled, and the marks on them. */
public final class PlotsEndpoint
    implements AsyncEndpointHandler.AsyncEndpoint<CurveRequest, CurveResponse> {
  private final ApiContext model;

  public PlotsEndpoint(ApiContext model) {
    this.model = model;
  }

  @Override
  public CurveRequest query(Parameters parameters) throws Problem {
    String run = model.run(parameters.run()).identity().name();
    return new CurveRequest(
        run, parameters.signals(), parameters.points(), parameters.from(), parameters.to());
  }

  @Override
  public void answer(HttpServerExchange exchange, CurveRequest query, CurveResponse answer)
      throws IOException, Problem {
    RunSnapshot run = model.run(Optional.of(query.run()));
    JsonWriter.JsonPart head = json -> head(json, run, answer);
    double now = model.now();
    JsonWriter.JsonPart marks = json -> json.object("marks", it -> marks(it, run, now));
    boolean means = new Parameters(exchange).isOn("means");
    String tag = answer.version() + JsonReply.tag(it -> it.object(json -> json.object("h", head)));
    JsonReply.sendLarge(
        exchange,
        tag + JsonReply.tag(it -> it.object(marks)),
        json ->
            json.object(
                it -> {
                  head.write(it);
                  it.<CurveSeries>objects(
                      "series", answer.series(), (one, series) -> series(one, series, means));
                  marks.write(it);
                }));
  }

  /** What the answer says besides its series, as the stream sends it when it changes. */
  public static JsonWriter.JsonPart marks(RunSnapshot run, List<String> curves, double now) {
    return json ->
        json.object(
            it -> {
              signals(it, run, curves);
              it.number("start", run.times().first());
              it.object("marks", marks -> marks(marks, run, now));
            });
  }

  private static void head(JsonWriter json, RunSnapshot run, CurveResponse answer)
      throws IOException {
    signals(json, run, answer.signals());
    json.number("first", answer.first());
    json.number("last", answer.last());
    json.number("start", run.times().first());
  }

  private static void signals(JsonWriter json, RunSnapshot run, List<String> curves)
      throws IOException {
    json.text("run", run.identity().name());
    json.text("axis", Double.isNaN(run.position().step()) ? "epoch" : "step");
    List<String> signals = new ArrayList<>(curves);
    run.values().keySet().forEach(key -> signals.add("value:" + key));
    json.<String>objects(
        "signals",
        signals,
        (one, signal) -> {
          one.text("signal", signal);
          one.text("unit", CurveResponse.unit(signal));
        });
  }

  /**
   * @param means whether a downsampled series has the means of the records behind its points
   */
  static void series(JsonWriter json, CurveSeries series, boolean means) throws IOException {
    json.text("signal", series.signal());
    json.count("count", series.count());
    json.truth("thinned", series.size() < series.count());
    points(json, series);
    int size = series.size();
    if (size > 0 && series.attempt(0) != series.attempt(size - 1)) {
      json.array("attempt", size, i -> json.numberOrNull(series.attempt(i)));
    }
    if (means && size < series.count()) {
      json.array("records", size, i -> json.numberOrNull(series.records(i)));
      json.array("mean", size, i -> json.numberOrNull(series.mean(i)));
    }
  }

  /** The points alone, as the stream sends new ones. */
  public static void points(JsonWriter json, CurveSeries series) throws IOException {
    int size = series.size();
    json.array("x", size, i -> json.numberOrNull(series.x(i)));
    json.array("time", size, i -> json.numberOrNull(rounded(series.time(i))));
    json.array("y", size, i -> json.loggedNumber(series.y(i)));
  }

  private static void marks(JsonWriter json, RunSnapshot run, double now) throws IOException {
    json.<EvaluatedCheckpoint>objects(
        "checkpoints",
        run.checkpoints(),
        (one, checkpoint) -> {
          one.text("name", checkpoint.name());
          one.number("step", checkpoint.step());
          one.number("time", checkpoint.saved());
          one.truth("best", checkpoint.best());
        });
    json.<RunEvent>objects("events", run.events(), EventsEndpoint::write);
    json.object(
        "best_validation",
        best -> {
          for (Figure figure : FigureTable.ALL.of(Topic.BEST_VALIDATION)) {
            best.number(figure.name(), figure.value(run, now));
          }
        });
    json.number("warmup_end_step", run.schedule().warmupSteps());
    json.number("learning_rate_max", run.schedule().highestRate());
  }

  /** To the millisecond, which shortens the answer by a tenth. */
  private static double rounded(double time) {
    return Math.rint(time * 1e3) / 1e3;
  }
}
