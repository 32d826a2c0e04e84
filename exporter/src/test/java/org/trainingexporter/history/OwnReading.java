package org.trainingexporter.history;

import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A second reading of a run's files, by docs/metrics.md alone and without a class of the exporter:
 * what each metric that dashboards show is at a time. Of what a log may hold it knows what {@link
 * SixtyHours} writes; it tells no message of an event.
 */
final class OwnReading {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS).build();
  private static final List<String> SIGNALS =
      List.of(
          "loss", "auxiliary_loss", "validation_loss", "gradient_norm", "learning_rate", "other");
  private static final List<String> STATES =
      List.of("finished", "ended", "abandoned", "not_finite", "stalled", "warmup", "training");

  /** Something that happened, in order of time. */
  private record Happening(double time, Runnable effect) {}

  private final List<Happening> happenings = new ArrayList<>();
  private int next;
  private final OwnFigures figures = new OwnFigures();
  private final OwnHours hours = new OwnHours(figures);
  private final OwnEvaluations evaluations = new OwnEvaluations(figures, hours);
  private final OwnTraining training = new OwnTraining(figures, evaluations, hours);

  OwnReading(Path run) throws IOException {
    read(run, "training_log", training::train);
    read(run, "eval_log", (r, time) -> evaluations.evaluate(r, time, training.epoch()));
    read(run, "expert_usage_log", this::route);
    read(run, "error_log", this::fail);
    try (Stream<Path> found = Files.list(run)) {
      for (Path one : found.filter(it -> it.toString().contains("checkpoint-")).toList()) {
        Path file = one.resolve("model.bin");
        double time = Files.getLastModifiedTime(file).toMillis() / 1e3;
        String name = one.getFileName().toString();
        int itsStep = Integer.parseInt(name.substring("checkpoint-".length()));
        var saved = new OwnEvaluations.Saved(name, itsStep, time, Files.size(file));
        happenings.add(new Happening(time, () -> evaluations.save(saved)));
      }
    }
    happenings.sort(Comparator.comparingDouble(Happening::time));
    figures.set(1, "training_run_info", "path", "run", "times", "logged");
    figures.set(SixtyHours.WARMUP, "training_warmup_steps");
    figures.set(SixtyHours.MAX_RATE, "training_learning_rate_max");
    figures.set(0, "training_rewinds_total");
    figures.set(0, "training_restarts_total");
    for (String signal : SIGNALS) {
      figures.set(0, "training_nonfinite_total", "signal", signal);
      figures.set(0, "training_spikes_total", "signal", signal);
    }
  }

  private interface Reader {
    void take(JsonNode record, double time);
  }

  private void read(Path run, String log, Reader reader) throws IOException {
    for (String line : Files.readAllLines(run.resolve("logs/" + log + ".jsonl"))) {
      JsonNode record = JSON.readTree(line);
      double time = record.path("timestamp").asDouble();
      happenings.add(
          new Happening(
              time,
              () -> {
                figures.setOnce(time, "training_run_start_timestamp_seconds");
                figures.set(time, "training_last_update_timestamp_seconds");
                double start = figures.get("training_run_start_timestamp_seconds");
                figures.set(time - start, "training_elapsed_seconds");
                hours.show(); // there is nothing yet to be booked, which is 0
                reader.take(record, time);
              }));
    }
  }

  /** What a scrape at that time reads, which must not be before the one asked for last. */
  Map<String, Double> at(double time) {
    while (next < happenings.size() && happenings.get(next).time() <= time) {
      happenings.get(next++).effect().run();
    }
    if (next > 0) {
      String state = state(time);
      for (String one : STATES) {
        figures.set(one.equals(state) ? 1 : 0, "training_run_state", "state", one);
      }
      figures.forget("eta_seconds");
      if (state.equals("finished")) {
        figures.set(0, "training_eta_seconds");
      } else if (state.equals("warmup") || state.equals("training")) {
        figures.set(training.eta(), "training_eta_seconds");
      }
      hours.project(figures.get("training_eta_seconds"));
    }
    return figures.all;
  }

  private String state(double time) {
    double silent = time - figures.get("training_last_update_timestamp_seconds");
    if (training.step() >= figures.get("training_planned_steps") - 1) {
      return "finished";
    }
    if (silent >= 86_400) {
      return "abandoned";
    }
    for (String signal : List.of("loss", "validation_loss", "gradient_norm")) {
      if (figures.get("training_finite", "signal", signal) == 0) {
        return "not_finite";
      }
    }
    if (training.isStalledAfter(silent)) {
      return "stalled";
    }
    return training.step() < SixtyHours.WARMUP ? "warmup" : "training";
  }

  private void route(JsonNode r, double time) {
    for (Map.Entry<String, JsonNode> one : r.path("expert_usage").properties()) {
      String layer = number(one.getKey());
      double total = one.getValue().path("total_tokens").asDouble();
      OwnWindow shares = new OwnWindow();
      for (Map.Entry<String, JsonNode> it : one.getValue().path("expert_counts").properties()) {
        double share = it.getValue().asDouble() / total;
        String expert = number(it.getKey());
        shares.add(0, share);
        figures.set(share, "training_expert_load_ratio", "layer", layer, "expert", expert);
      }
      double imbalance = shares.most() / shares.mean(shares.size());
      figures.set(imbalance, "training_expert_imbalance_ratio", "layer", layer);
      figures.set(shares.size(), "training_experts", "layer", layer);
      figures.set((double) shares.zeros(), "training_dead_experts", "layer", layer);
    }
  }

  private static String number(String name) {
    return name.replaceAll("\\D", "");
  }

  private void fail(JsonNode r, double time) {
    figures.count("training_errors_total", "type", r.path("error_type").asText());
    figures.event("error", time, r.path("step").asDouble());
  }
}
