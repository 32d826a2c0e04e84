package org.trainingexporter.history;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Training records: where the run stands, its signals with their means and spikes. */
final class OwnTraining {
  private final OwnFigures figures;
  private final OwnEvaluations evaluations;
  private final OwnHours hours;
  private final OwnWindow losses = new OwnWindow();
  private final OwnWindow norms = new OwnWindow();
  private final OwnWindow moves = new OwnWindow();
  private final OwnWindow seconds = new OwnWindow();
  private final OwnWindow gaps = new OwnWindow();
  private final Map<String, Double> spikeEvents = new HashMap<>();

  /** When a signal was high last, in values of it. */
  private final Map<String, Integer> sinceHigh = new HashMap<>();

  private final Set<String> spiked = new HashSet<>();
  private double step = Double.NaN;
  private double first;
  private double epoch = Double.NaN;
  private double trained = Double.NaN;
  private double longestGap;
  private double eta = Double.NaN;

  OwnTraining(OwnFigures figures, OwnEvaluations evaluations, OwnHours hours) {
    this.figures = figures;
    this.evaluations = evaluations;
    this.hours = hours;
  }

  double step() {
    return step;
  }

  double eta() {
    return eta;
  }

  double epoch() {
    return epoch;
  }

  boolean isStalledAfter(double silent) {
    double usual = gaps.size() == 0 ? 0 : 10 * gaps.median(20);
    return silent > Math.max(600, Math.max(usual, 2 * longestGap));
  }

  void train(JsonNode r, double time) {
    double before = step;
    step = r.path("step").asDouble();
    epoch = r.path("epoch").asDouble();
    if (Double.isNaN(before)) {
      first = step;
      figures.event("start", time, step);
    } else if (step < before && (step <= first || step <= before / 10)) {
      restart(time);
    } else if (step < before) {
      rewind(time);
    } else {
      moves.add(step, step - before);
      seconds.add(step, time - trained);
    }
    if (!Double.isNaN(trained)) {
      gaps.add(step, time - trained);
      longestGap = Math.max(longestGap, time - trained);
    }
    trained = time;
    hours.train(step, time);
    figures.set(step, "training_step");
    figures.set(epoch, "training_epoch");
    double speed = r.path("steps_per_sec").asDouble();
    eta = r.path("eta_seconds").asDouble();
    figures.setOnce(Math.ceil((step + eta * speed) * (1 - 1e-9)), "training_planned_steps");
    figures.set(speed, "training_steps_per_second");
    double measured = moves.per(seconds);
    figures.set(Double.isNaN(measured) ? speed : measured, "training_steps_per_second_smoothed");
    figures.set(r.path("tokens_per_second").asDouble(), "training_tokens_per_second");
    figures.set(r.path("samples_per_second").asDouble(), "training_samples_per_second");
    figures.set(r.path("accuracy").asDouble(), "training_accuracy_ratio", "split", "train");
    if (step >= SixtyHours.WARMUP) {
      figures.setOnce(time, "training_warmup_end_timestamp_seconds");
    }
    figures.signal("other", 1, time, step);
    gauge("auxiliary_loss", r.path("aux_loss").asDouble(), time);
    gauge("learning_rate", r.path("learning_rate").asDouble(), time);
    watched("loss", r.path("loss"), time, losses, 50, new double[] {1.5, 1.25});
    watched("gradient_norm", r.path("grad_norm"), time, norms, 100, new double[] {3, 2});
  }

  private void restart(double time) {
    first = step;
    hours.restart();
    figures.count("training_restarts_total");
    figures.event("restart", time, step);
    List.of(losses, norms, moves, seconds).forEach(OwnWindow::clear);
    spiked.clear();
    sinceHigh.clear();
    figures.forget("finite|gradient_norm|warmup_end|experts|expert_|dead_");
    evaluations.restart();
  }

  private void rewind(double time) {
    figures.count("training_rewinds_total");
    figures.event("rewind", time, step);
    List.of(losses, norms, moves, seconds).forEach(it -> it.rewind(step));
    sinceHigh.clear();
    if (norms.size() > 0) { // the others have a value of this record
      figures.set(norms.smoothed(100), "training_gradient_norm_smoothed");
    }
    evaluations.rewind(step);
  }

  /** A signal with a mean and spikes. */
  private void watched(
      String name, JsonNode logged, double time, OwnWindow window, int mean, double[] over) {
    if (!logged.isNumber()) {
      return;
    }
    double value = logged.asDouble();
    gauge(name, value, time);
    if (!Double.isFinite(value)) {
      return;
    }
    int since = sinceHigh.merge(name, 1, Integer::sum);
    boolean high = window.isHigh(value, over[0], over[1]);
    boolean begins = high && (since > 20 || !sinceHigh.containsKey(name + " once"));
    if (high) {
      sinceHigh.put(name, 0);
      sinceHigh.put(name + " once", 1);
    }
    if (begins && spiked.add(name + step)) {
      figures.count("training_spikes_total", "signal", name);
      figures.set(time, "training_spike_last_timestamp_seconds", "signal", name);
      if (time - spikeEvents.getOrDefault(name, 0.0) > 100 * SixtyHours.APART) {
        spikeEvents.put(name, time); // at most one in 100 records
        figures.event("warning", time, step);
      }
    }
    window.add(step, value);
    figures.set(window.smoothed(mean), "training_" + name + "_smoothed");
  }

  private void gauge(String name, double value, double time) {
    figures.signal(name, value, time, step);
    if (Double.isFinite(value)) {
      figures.set(value, "training_" + name);
    }
  }
}
