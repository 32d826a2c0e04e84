package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.http.api.answer.About;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Endpoint;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.run.RunSnapshot;
import org.trainingexporter.run.figure.Figure;
import org.trainingexporter.run.figure.FigureTable;

/** {@code api/runs}: some figures of every run, and what the exporter watches. */
public final class RunsEndpoint implements Endpoint {
  private static final int MOST_IGNORED = 200;

  private static final List<Figure> FIGURES =
      Stream.of(
              "start",
              "updated",
              "step",
              "planned_steps",
              "epoch",
              "planned_epochs",
              "progress",
              "loss",
              "validation_loss",
              "best_validation_loss",
              "reward",
              "best_reward",
              "steps_per_second",
              "eta_seconds",
              "goodput",
              "cost")
          .map(FigureTable.ALL::of)
          .toList();

  private final ApiContext model;

  public RunsEndpoint(ApiContext model) {
    this.model = model;
  }

  @Override
  public JsonWriter.JsonPart answer(Parameters parameters) {
    return all();
  }

  public JsonWriter.JsonPart all() {
    About about = model.about();
    boolean ready =
        about.ready().getAsBoolean(); // before the runs: those of the first pass are there then
    List<RunSnapshot> runs = model.newestFirst();
    double now = model.now();
    Optional<GpuSnapshot> gpus = model.gpus().get();
    List<About.IgnoredFile> ignored = about.ignored().get().stream().limit(MOST_IGNORED).toList();
    return json ->
        json.object(
            it -> {
              it.moving("time", now);
              it.text("version", about.version());
              it.truth("ready", ready);
              it.text("refresh", about.refresh());
              if (!about.grafana().isEmpty()) {
                it.text("grafana", about.grafana());
              }
              it.texts("watched", about.watched());
              it.texts("files", about.files());
              it.truth("gpu", about.gpu());
              it.<About.IgnoredFile>objects("ignored", ignored, RunsEndpoint::write);
              it.<RunSnapshot>objects("runs", runs, (one, run) -> write(one, run, now, gpus));
            });
  }

  private static void write(JsonWriter json, About.IgnoredFile file) throws IOException {
    json.text("file", file.file());
    json.text("reason", file.reason());
    json.text("nearest", file.nearest());
  }

  private static void write(
      JsonWriter json, RunSnapshot run, double now, Optional<GpuSnapshot> gpus) throws IOException {
    String name = run.identity().name();
    json.text("run", name);
    json.text("name", run.ownName().isEmpty() ? null : run.ownName());
    json.text("path", run.identity().path());
    json.text("writer", run.identity().writer());
    json.text("state", run.state(now).label);
    json.text("ending", run.ending(now));
    json.text("times", run.times().origin().label);
    for (Figure figure : FIGURES) {
      json.number(figure.key(), figure.value(run, now));
    }
    json.texts("settings", run.settings());
    json.number("gpus", gpus.map(it -> used(it, name)).orElse(0));
  }

  private static int used(GpuSnapshot gpus, String run) {
    return gpus.runUses().stream()
        .filter(use -> use.run().equals(run))
        .mapToInt(use -> use.gpus())
        .sum();
  }
}
