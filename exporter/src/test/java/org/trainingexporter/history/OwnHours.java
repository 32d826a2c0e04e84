package org.trainingexporter.history;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the time between training records was used for, and what it costs. */
final class OwnHours {
  private static final List<String> KINDS =
      List.of("productive", "replayed", "evaluation", "checkpoint", "paused");

  /** A validation that ended or a checkpoint that was saved. */
  private record Done(String kind, double time) {}

  /** The time up to a training record, as parts of it were used. */
  private record Gap(double end, Map<String, Double> parts) {}

  private final OwnFigures figures;
  private final Map<String, Double> seconds = new HashMap<>();
  private final List<Done> done = new ArrayList<>();

  /** Seconds a step, of gaps that hold nothing but steps. */
  private final OwnWindow steps = new OwnWindow();

  /** Gaps that were no pause. */
  private final OwnWindow gaps = new OwnWindow();

  private double longest;
  private double before = Double.NaN;
  private double stepBefore;
  private double highest;
  private double lost;

  /** What is counted with a later record; null while there is nothing. */
  private Gap late;

  OwnHours(OwnFigures figures) {
    this.figures = figures;
    KINDS.forEach(kind -> seconds.put(kind, 0.0));
  }

  void validated(double time) {
    done.add(new Done("evaluation", time));
  }

  void saved(double time) {
    done.add(new Done("checkpoint", time));
  }

  /** The time before it belongs to no kind. */
  void restart() {
    countLate();
    before = Double.NaN;
  }

  void train(double step, double time) {
    if (Double.isNaN(before)) {
      highest = step;
    } else {
      add(step, time);
    }
    done.clear();
    before = time;
    stepBefore = step;
    highest = Math.max(highest, step);
    show();
  }

  private void add(double step, double time) {
    double gap = time - before;
    double made = step - stepBefore;
    boolean rewinds = made < 0;
    double usual = made * usualStep();
    boolean paused = gap > Math.max(600, Math.max(10 * usualGap(), 2 * longest));
    boolean isPlain = done.isEmpty() && !rewinds && !(gap > 2 * usual) && gap <= 600;
    if (late != null && (!isPlain || time >= late.end() + 5)) {
      countLate();
    }
    String stepping = rewinds || step <= highest ? "replayed" : "productive";
    lost += rewinds ? -made : 0;
    Map<String, Double> parts = new HashMap<>();
    if (paused) {
      parts.put("paused", gap - usual);
      parts.put(stepping, usual);
    } else if (!done.isEmpty() && !rewinds && !Double.isNaN(usual)) {
      share(gap - usual, parts);
      parts.put(stepping, usual);
    } else {
      parts.put(stepping, gap);
    }
    if (!paused) {
      gaps.add(0, gap);
      longest = Math.max(longest, gap);
    }
    if (!paused && !rewinds && done.isEmpty()) {
      steps.add(0, gap / made);
    }
    if (isPlain) {
      count(parts);
    } else {
      late = new Gap(time, parts);
    }
  }

  /** Each lasted from what came before it. */
  private void share(double more, Map<String, Double> parts) {
    double all = done.get(done.size() - 1).time() - before;
    double at = before;
    for (Done one : done) {
      parts.merge(one.kind(), more * (one.time() - at) / all, Double::sum);
      at = one.time();
    }
  }

  private double usualStep() {
    return steps.size() < 3 ? Double.NaN : steps.median(50);
  }

  private double usualGap() {
    return gaps.size() == 0 ? 0 : gaps.median(20);
  }

  private void countLate() {
    if (late != null) {
      count(late.parts());
    }
    late = null;
  }

  private void count(Map<String, Double> parts) {
    parts.forEach((kind, part) -> seconds.merge(kind, part, Double::sum));
  }

  void show() {
    for (String kind : KINDS) {
      figures.set(seconds.get(kind), "training_time_seconds_total", "kind", kind);
    }
    figures.set(lost, "training_lost_steps_total");
    figures.set(price(total()), "training_cost", "currency", SixtyHours.CURRENCY);
    if (total() > 0) {
      figures.set(seconds.get("productive") / total(), "training_goodput_ratio");
    }
  }

  private double total() {
    return seconds.values().stream().mapToDouble(Double::doubleValue).sum();
  }

  private static double price(double seconds) {
    return seconds / 3600 * SixtyHours.CARDS * SixtyHours.PRICE;
  }

  /** With so many seconds to come; NaN where that is not known. */
  void project(double eta) {
    figures.forget("projected_cost");
    if (!Double.isNaN(eta)) {
      figures.set(price(total() + eta), "training_projected_cost", "currency", SixtyHours.CURRENCY);
    }
  }
}
