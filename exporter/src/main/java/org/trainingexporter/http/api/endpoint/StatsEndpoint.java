package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToLongFunction;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Endpoint;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.http.api.answer.Problem;
import org.trainingexporter.run.CountsSnapshot;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;
import org.trainingexporter.run.figure.Topic;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.run.warning.WarningSnapshot;

/** {@code api/stats}: the figures of one run. */
public final class StatsEndpoint implements Endpoint {
  private final ApiContext model;
  private final FigureTable figures;

  public StatsEndpoint(ApiContext model) {
    this(model, FigureTable.ALL);
  }

  public StatsEndpoint(ApiContext model, FigureTable figures) {
    this.model = model;
    this.figures = figures;
  }

  @Override
  public JsonWriter.JsonPart answer(Parameters parameters) throws Problem {
    return of(model.run(parameters.run()));
  }

  public JsonWriter.JsonPart of(RunSnapshot run) {
    double now = model.now();
    return json ->
        json.object(
            it -> {
              it.moving("time", now);
              identity(it, run, now);
              figures(it, Topic.POSITION, run, now);
              figures(it, Topic.SPAN, run, now);
              it.moving("silent_seconds", Math.max(0, now - run.times().newest()));
              figures(it, Topic.DURATION, run, now);
              figures(it, Topic.INTERVAL, run, now);
              figures(it, Topic.TRAINING, run, now);
              figures(it, Topic.TOKENS, run, now);
              figures(it, Topic.TRAINING_ACCURACY, run, now);
              figures(it, Topic.SCHEDULE, run, now);
              figures(it, Topic.VALIDATION_ACCURACY, run, now);
              it.object("validation", of -> figures(of, Topic.VALIDATION, run, now));
              it.object("best", of -> figures(of, Topic.BEST_VALIDATION, run, now));
              it.object("counts", counts -> counts(counts, run, now));
              it.texts("warnings_active", active(run));
              it.object("hours", hours -> figures(hours, Topic.HOURS, run, now));
              it.object("cost", cost -> cost(cost, run, now));
              it.object("loss_forecast", of -> figures(of, Topic.FORECAST, run, now));
              figures(it, Topic.STORAGE, run, now);
              it.numbers("values", run.values());
              it.truth("layers", !run.layers().layers().isEmpty());
              it.truth("experts", !run.experts().isEmpty());
            });
  }

  private static void identity(JsonWriter json, RunSnapshot run, double now) throws IOException {
    json.text("run", run.identity().name());
    json.text("name", run.ownName().isEmpty() ? null : run.ownName());
    json.text("path", run.identity().path());
    json.text("writer", run.identity().writer());
    json.text("state", run.state(now).label);
    json.text("ending", run.ending(now));
    json.text("times", run.times().origin().label);
    json.object(
        "finite",
        it -> {
          for (HealthSnapshot health : run.health()) {
            if (health.seen()) {
              it.truth(health.signal(), health.finite());
            }
          }
        });
  }

  private void figures(JsonWriter json, Topic topic, RunSnapshot run, double now)
      throws IOException {
    for (Figure figure : figures.of(topic)) {
      json.number(figure.name(), figure.value(run, now));
    }
  }

  private void cost(JsonWriter json, RunSnapshot run, double now) throws IOException {
    figures(json, Topic.COST, run, now);
    json.number("gpus", run.gpus());
    json.text("currency", run.currency());
  }

  private void counts(JsonWriter json, RunSnapshot run, double now) throws IOException {
    CountsSnapshot counts = run.counts();
    Map<String, Long> records = new TreeMap<>();
    counts.records().forEach((kind, n) -> records.put(kind.label, n));
    Map<String, Long> lines = new TreeMap<>();
    Map<String, Long> values = new TreeMap<>();
    counts.rejections().forEach((why, n) -> (why.ofLine ? lines : values).put(why.label, n));
    json.numbers("records", records);
    json.numbers("rejected_lines", lines);
    json.numbers("rejected_values", values);
    figures(json, Topic.COUNTS, run, now);
    json.numbers("spikes", counted(run.health(), HealthSnapshot::spikes));
    json.numbers("nonfinite", counted(run.health(), HealthSnapshot::nonFinite));
    json.numbers("errors", counts.errors());
    Map<String, Long> warnings = new LinkedHashMap<>();
    run.warnings().forEach(it -> warnings.put(it.kind(), it.episodes()));
    json.numbers("warnings", warnings);
  }

  private static List<String> active(RunSnapshot run) {
    return run.warnings().stream()
        .filter(WarningSnapshot::active)
        .map(WarningSnapshot::kind)
        .toList();
  }

  /** The signals that have such values, and how many. */
  private static Map<String, Long> counted(
      List<HealthSnapshot> signals, ToLongFunction<HealthSnapshot> count) {
    Map<String, Long> counted = new TreeMap<>();
    for (HealthSnapshot health : signals) {
      if (count.applyAsLong(health) > 0) {
        counted.put(health.signal(), count.applyAsLong(health));
      }
    }
    return counted;
  }
}
