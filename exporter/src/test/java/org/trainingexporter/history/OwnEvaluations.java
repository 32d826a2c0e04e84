package org.trainingexporter.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Evaluations, the best of them, and the checkpoints that they speak of. */
final class OwnEvaluations {
  private record Evaluation(double step, double epoch, double loss, double perplexity) {}

  /** A checkpoint. */
  record Saved(String name, int step, double time, double bytes) {}

  private final OwnFigures figures;
  private final OwnHours hours;
  private final List<Evaluation> evaluations = new ArrayList<>();
  private final List<Saved> checkpoints = new ArrayList<>();

  OwnEvaluations(OwnFigures figures, OwnHours hours) {
    this.figures = figures;
    this.hours = hours;
  }

  void restart() {
    evaluations.clear();
    figures.forget("validation_|best_");
  }

  void rewind(double to) {
    evaluations.removeIf(it -> it.step() > to);
    rate();
  }

  void evaluate(JsonNode r, double time, double epoch) {
    double loss = r.path("eval_loss").asDouble();
    double where = r.path("step").asDouble();
    double best = evaluations.stream().mapToDouble(Evaluation::loss).min().orElse(1e9);
    figures.signal("validation_loss", loss, time, where);
    figures.event("validation", time, where);
    hours.validated(time);
    if (loss < best) {
      figures.event("best", time, where);
    }
    evaluations.add(new Evaluation(where, epoch, loss, r.path("eval_perplexity").asDouble()));
    figures.set(loss, "training_validation_loss");
    figures.set(r.path("eval_perplexity").asDouble(), "training_validation_perplexity");
    rate();
  }

  /** The best evaluation, and what evaluations say of checkpoints. */
  private void rate() {
    evaluations.stream()
        .min(Comparator.comparingDouble(Evaluation::loss))
        .ifPresent(
            best -> {
              figures.set(best.loss(), "training_best_validation_loss");
              figures.set(best.perplexity(), "training_best_validation_perplexity");
              figures.set(best.step(), "training_best_validation_step");
              if (!Double.isNaN(best.epoch())) {
                figures.set(best.epoch(), "training_best_validation_epoch");
              }
            });
    figures.forget("checkpoint_");
    checkpoints.sort(Comparator.comparingInt(Saved::step));
    List<Evaluation> theirs = new ArrayList<>();
    int best = -1;
    for (int i = 0; i < checkpoints.size(); i++) {
      int before = i == 0 ? -1 : checkpoints.get(i - 1).step();
      int at = checkpoints.get(i).step();
      Evaluation newest =
          evaluations.stream()
              .filter(it -> it.step() > before && it.step() <= at)
              .reduce((older, newer) -> newer)
              .orElse(null);
      theirs.add(newest);
      if (newest != null && (best < 0 || newest.loss() <= theirs.get(best).loss())) {
        best = i;
      }
    }
    for (int i = 0; i < checkpoints.size(); i++) {
      if (i >= checkpoints.size() - 20 || i == best) {
        show(checkpoints.get(i), theirs.get(i));
      }
    }
  }

  private void show(Saved one, Evaluation validation) {
    figures.set(one.step(), "training_checkpoint_step", "checkpoint", one.name());
    figures.set(
        one.time(), "training_checkpoint_saved_timestamp_seconds", "checkpoint", one.name());
    figures.set(one.bytes(), "training_checkpoint_size_bytes", "checkpoint", one.name());
    if (validation != null) {
      figures.set(
          validation.loss(), "training_checkpoint_validation_loss", "checkpoint", one.name());
      figures.set(
          validation.perplexity(),
          "training_checkpoint_validation_perplexity",
          "checkpoint",
          one.name());
    }
  }

  void save(Saved one) {
    checkpoints.add(one);
    hours.saved(one.time());
    figures.event("checkpoint", one.time(), one.step());
    rate();
  }
}
