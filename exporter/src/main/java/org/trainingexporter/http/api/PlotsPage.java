package org.trainingexporter.http.api;

import io.undertow.server.HttpServerExchange;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.plots.Answer;
import org.trainingexporter.plots.Query;
import org.trainingexporter.plots.Series;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/plots}: a run's curves, thinned, with what is marked on them. */
final class PlotsPage implements LaterHandler.Page<Query, Answer> {
  private final Model model;

  PlotsPage(Model model) {
    this.model = model;
  }

  @Override
  public Query query(Parameters parameters) throws Problem {
    String run = model.run(parameters.run()).identity().name();
    return new Query(
        run, parameters.signals(), parameters.points(), parameters.from(), parameters.to());
  }

  @Override
  public void answer(HttpServerExchange exchange, Query query, Answer answer)
      throws IOException, Problem {
    RunSnapshot run = model.run(Optional.of(query.run()));
    Json.Part head = json -> head(json, run, answer);
    Json.Part marks = json -> json.object("marks", it -> marks(it, run));
    String tag = answer.version() + JsonReply.tag(it -> it.object(json -> json.object("h", head)));
    JsonReply.sendLarge(
        exchange,
        tag + JsonReply.tag(it -> it.object(marks)),
        json ->
            json.object(
                it -> {
                  head.write(it);
                  it.<Series>objects("series", answer.series(), PlotsPage::series);
                  marks.write(it);
                }));
  }

  private static void head(Json json, RunSnapshot run, Answer answer) throws IOException {
    json.text("run", run.identity().name());
    json.text("axis", Double.isNaN(run.position().step()) ? "epoch" : "step");
    List<String> signals = new ArrayList<>(answer.signals());
    run.values().keySet().forEach(key -> signals.add("value:" + key));
    json.<String>objects(
        "signals",
        signals,
        (one, signal) -> {
          one.text("signal", signal);
          one.text("unit", Answer.unit(signal));
        });
    json.number("first", answer.first());
    json.number("last", answer.last());
    json.number("start", run.times().first());
  }

  static void series(Json json, Series series) throws IOException {
    json.text("signal", series.signal());
    json.count("count", series.count());
    json.truth("thinned", series.size() < series.count());
    points(json, series);
    int size = series.size();
    if (size > 0 && series.attempt(0) != series.attempt(size - 1)) {
      json.array("attempt", size, i -> json.numberOrNull(series.attempt(i)));
    }
  }

  /** The points alone, as new ones are told. */
  static void points(Json json, Series series) throws IOException {
    int size = series.size();
    json.array("x", size, i -> json.numberOrNull(series.x(i)));
    json.array("time", size, i -> json.numberOrNull(series.time(i)));
    json.array("y", size, i -> json.loggedNumber(series.y(i)));
  }

  private static void marks(Json json, RunSnapshot run) throws IOException {
    json.<RunSnapshot.Checkpoint>objects(
        "checkpoints",
        run.checkpoints(),
        (one, checkpoint) -> {
          one.text("name", checkpoint.name());
          one.number("step", checkpoint.step());
          one.number("time", checkpoint.saved());
          one.truth("best", checkpoint.best());
        });
    json.<RunSnapshot.Event>objects("events", run.events(), Events::write);
    json.number("warmup_end_step", run.schedule().warmupSteps());
    json.number("learning_rate_max", run.schedule().highestRate());
  }
}
