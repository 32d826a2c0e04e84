package org.trainingexporter.http.api.endpoint;

import java.io.IOException;
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
import org.trainingexporter.run.signal.HealthSnapshot;
import org.trainingexporter.run.signal.TrainingSnapshot;
import org.trainingexporter.run.validation.ValidationResult;
import org.trainingexporter.run.validation.ValidationSnapshot;

/** {@code api/stats}: the figures of one run. */
public final class StatsEndpoint implements Endpoint {
  private final ApiContext model;

  public StatsEndpoint(ApiContext model) {
    this.model = model;
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
              times(it, run, now);
              training(it, run.training());
              schedule(it, run);
              validation(it, run.validation());
              it.object("counts", counts -> counts(counts, run));
              it.number("free_bytes", run.freeBytes());
              it.numbers("values", run.values());
              it.truth("layers", !run.layers().layers().isEmpty());
              it.truth("experts", !run.experts().isEmpty());
            });
  }

  private static void identity(JsonWriter json, RunSnapshot run, double now) throws IOException {
    json.text("run", run.identity().name());
    json.text("path", run.identity().path());
    json.text("writer", run.identity().writer());
    json.text("state", run.state(now).label);
    json.object(
        "finite",
        it -> {
          for (HealthSnapshot health : run.health()) {
            if (health.seen()) {
              it.truth(health.signal(), health.finite());
            }
          }
        });
    json.number("step", run.position().step());
    json.number("planned_steps", run.schedule().steps());
    json.number("epoch", run.position().epoch());
    json.number("planned_epochs", run.schedule().epochs());
    json.number("progress", run.progress());
  }

  private static void times(JsonWriter json, RunSnapshot run, double now) throws IOException {
    json.number("start", run.times().first());
    json.number("updated", run.times().newest());
    json.moving("silent_seconds", Math.max(0, now - run.times().newest()));
    json.number("stalls_after_seconds", run.stallAfter());
    json.number("elapsed_seconds", run.times().elapsed());
    json.number("eta_seconds", run.eta());
    json.number("record_interval_seconds", run.times().interval());
  }

  private static void training(JsonWriter json, TrainingSnapshot training) throws IOException {
    json.number("loss", training.loss());
    json.number("loss_smoothed", training.meanLoss());
    json.number("auxiliary_loss", training.auxiliaryLoss());
    json.number("learning_rate", training.learningRate());
    json.number("gradient_norm", training.gradientNorm());
    json.number("gradient_norm_smoothed", training.meanGradientNorm());
    json.number("steps_per_second", training.stepsPerSecond());
    json.number("steps_per_second_smoothed", training.meanStepsPerSecond());
    json.number("tokens_per_second", training.tokensPerSecond());
    json.number("samples_per_second", training.samplesPerSecond());
    json.number("tokens", training.tokens());
    json.number("accuracy", training.accuracy());
  }

  private static void schedule(JsonWriter json, RunSnapshot run) throws IOException {
    json.number("learning_rate_max", run.schedule().highestRate());
    json.number("warmup_steps", run.schedule().warmupSteps());
    json.number("warmup_end", run.schedule().warmupEnd());
  }

  private static void validation(JsonWriter json, ValidationSnapshot validation)
      throws IOException {
    json.number("validation_accuracy", validation.accuracy());
    json.object("validation", it -> evaluation(it, validation.newest()));
    json.object("best", it -> evaluation(it, validation.best()));
  }

  private static void evaluation(JsonWriter json, ValidationResult evaluation) throws IOException {
    json.number("loss", evaluation.loss());
    json.number("perplexity", evaluation.perplexity());
    json.number("step", evaluation.step());
    json.number("epoch", evaluation.epoch());
  }

  private static void counts(JsonWriter json, RunSnapshot run) throws IOException {
    CountsSnapshot counts = run.counts();
    Map<String, Long> records = new TreeMap<>();
    counts.records().forEach((kind, n) -> records.put(kind.label, n));
    Map<String, Long> lines = new TreeMap<>();
    Map<String, Long> values = new TreeMap<>();
    counts.rejections().forEach((why, n) -> (why.ofLine ? lines : values).put(why.label, n));
    json.numbers("records", records);
    json.numbers("rejected_lines", lines);
    json.numbers("rejected_values", values);
    json.count("validations", counts.validations());
    json.count("checkpoints", counts.checkpoints());
    json.count("rewinds", counts.rewinds());
    json.count("restarts", counts.restarts());
    json.numbers("spikes", happened(run.health(), HealthSnapshot::spikes));
    json.numbers("nonfinite", happened(run.health(), HealthSnapshot::nonFinite));
    json.numbers("errors", counts.errors());
    json.numbers("warnings", counts.warnings());
  }

  /** Signals to which it has happened, and how often. */
  private static Map<String, Long> happened(
      List<HealthSnapshot> signals, ToLongFunction<HealthSnapshot> count) {
    Map<String, Long> happened = new TreeMap<>();
    for (HealthSnapshot health : signals) {
      if (count.applyAsLong(health) > 0) {
        happened.put(health.signal(), count.applyAsLong(health));
      }
    }
    return happened;
  }
}
