package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.trainingexporter.gpu.GpuSnapshot;
import org.trainingexporter.http.api.answer.About;
import org.trainingexporter.http.api.answer.ApiContext;
import org.trainingexporter.http.api.answer.Endpoint;
import org.trainingexporter.http.api.answer.JsonWriter;
import org.trainingexporter.http.api.answer.Parameters;
import org.trainingexporter.run.RunSnapshot;

/** {@code api/runs}: every run in short, and what the exporter watches. */
public final class RunsEndpoint implements Endpoint {
  private final ApiContext model;

  public RunsEndpoint(ApiContext model) {
    this.model = model;
  }

  @Override
  public JsonWriter.JsonPart answer(Parameters parameters) {
    return all();
  }

  public JsonWriter.JsonPart all() {
    List<RunSnapshot> runs = model.newestFirst();
    double now = model.now();
    Optional<GpuSnapshot> gpus = model.gpus().get();
    About about = model.about();
    return json ->
        json.object(
            it -> {
              it.moving("time", now);
              it.text("version", about.version());
              it.truth("ready", about.ready().getAsBoolean());
              it.text("refresh", about.refresh());
              it.texts("watched", about.watched());
              it.texts("files", about.files());
              it.truth("gpu", about.gpu());
              it.<RunSnapshot>objects("runs", runs, (one, run) -> write(one, run, now, gpus));
            });
  }

  private static void write(
      JsonWriter json, RunSnapshot run, double now, Optional<GpuSnapshot> gpus) throws IOException {
    String name = run.identity().name();
    json.text("run", name);
    json.text("path", run.identity().path());
    json.text("writer", run.identity().writer());
    json.text("state", run.state(now).label);
    json.number("start", run.times().first());
    json.number("updated", run.times().newest());
    json.number("step", run.position().step());
    json.number("planned_steps", run.schedule().steps());
    json.number("epoch", run.position().epoch());
    json.number("planned_epochs", run.schedule().epochs());
    json.number("progress", run.progress());
    json.number("loss", run.training().loss());
    json.number("validation_loss", run.validation().newest().loss());
    json.number("best_validation_loss", run.validation().best().loss());
    json.number("steps_per_second", run.training().stepsPerSecond());
    json.number("eta_seconds", run.eta());
    json.number("gpus", gpus.map(it -> used(it, name)).orElse(0));
  }

  private static int used(GpuSnapshot gpus, String run) {
    return gpus.runUses().stream()
        .filter(use -> use.run().equals(run))
        .mapToInt(use -> use.gpus())
        .sum();
  }
}
