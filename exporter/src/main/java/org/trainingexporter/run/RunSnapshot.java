package org.trainingexporter.run;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.trainingexporter.event.Kind;
import org.trainingexporter.event.Refusal;

/**
 * What is known of a run, immutable. Numbers are in base units, times in seconds since 1970, and
 * NaN is unknown. Only {@link #state} depends on the time of asking.
 */
public record RunSnapshot(
    Identity identity,
    Position position,
    Times times,
    Training training,
    Schedule schedule,
    Validation validation,
    Counts counts,
    List<Health> health,
    List<Event> events,
    Map<String, Double> eventTimes,
    List<Checkpoint> checkpoints,
    double freeBytes,
    List<ExpertLayer> experts,
    Map<String, Double> deadExperts,
    LayersSnapshot layers,
    Map<String, Double> values,
    long valuesDropped) {

  /**
   * What it is called.
   *
   * @param path of its directory below the watched one
   * @param writer of its logs, as the golden folders are named
   */
  public record Identity(String name, String path, String writer) {}

  /** Where it stands. */
  public record Position(double step, double epoch, boolean ended) {}

  /** Gaps in seconds; {@code elapsed} as logged, else from the first record to the newest. */
  public record Times(
      double first,
      double newest,
      double interval,
      double longestGap,
      double elapsed,
      double eta) {}

  /** The newest of each training signal, and means of the last 50 or 100. */
  public record Training(
      double loss,
      double meanLoss,
      double auxiliaryLoss,
      double learningRate,
      double gradientNorm,
      double meanGradientNorm,
      double stepsPerSecond,
      double meanStepsPerSecond,
      double tokensPerSecond,
      double samplesPerSecond,
      double accuracy,
      double tokens) {}

  /** What it is meant to be. */
  public record Schedule(
      double steps, double epochs, double warmupSteps, double warmupEnd, double highestRate) {}

  /** The newest evaluation and the best of the current attempt. */
  public record Validation(Evaluation newest, Evaluation best, double accuracy) {}

  /** One evaluation. */
  public record Evaluation(double loss, double perplexity, double step, double epoch) {
    private static final Evaluation NONE =
        new Evaluation(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    /** Null gives unknowns. */
    static Evaluation of(Validations.Validation v) {
      return v == null ? NONE : new Evaluation(v.loss(), v.perplexity(), v.step(), v.epoch());
    }
  }

  /** What only rises. */
  public record Counts(
      Map<Kind, Long> records,
      Map<Refusal, Long> refusals,
      double steps,
      long validations,
      long checkpoints,
      long rewinds,
      long restarts,
      Map<String, Long> errors,
      Map<String, Long> warnings) {}

  /** How a signal behaves; {@code seen} in the current attempt. */
  public record Health(
      String signal,
      boolean seen,
      boolean finite,
      long nonFinite,
      double lastNonFinite,
      long spikes,
      double lastSpike) {}

  /** Something that changed. */
  public record Event(String id, String type, double time, double step, String message) {}

  /** A checkpoint and the evaluation that speaks of it. */
  public record Checkpoint(
      String name,
      double step,
      double saved,
      double bytes,
      double loss,
      double perplexity,
      boolean best) {
    static Checkpoint of(
        org.trainingexporter.run.Checkpoint c, Validations.Validation v, boolean best) {
      Evaluation e = Evaluation.of(v);
      double bytes = c.bytes();
      return new Checkpoint(c.name(), c.step(), c.saved(), bytes, e.loss, e.perplexity, best);
    }
  }

  /** Shares of a layer's tokens by expert. */
  public record ExpertLayer(String layer, List<String> experts, List<Double> load) {
    /** The largest of the shares that are known over their mean; NaN where all are 0. */
    public double imbalance() {
      double sum = 0;
      double max = 0;
      int known = 0;
      for (double share : load) {
        if (!Double.isNaN(share)) {
          sum += share;
          max = Math.max(max, share);
          known++;
        }
      }
      return max * known / sum;
    }
  }

  /** The states a run can be in; it is in the first that holds. */
  public enum State {
    FINISHED,
    ABANDONED,
    NOT_FINITE,
    STALLED,
    WARMUP,
    TRAINING;

    /** The value of the label {@code state}. */
    public final String label = name().toLowerCase(Locale.ROOT);
  }

  private static final double ABANDONED_AFTER = 24 * 3600;
  private static final double LEAST_STALL = 600;

  /**
   * The first state that holds.
   *
   * @param now seconds since 1970
   */
  public State state(double now) {
    double silent = Math.max(0, now - times.newest);
    if (isFinished()) {
      return State.FINISHED;
    }
    if (silent >= ABANDONED_AFTER) {
      return State.ABANDONED;
    }
    if (health.stream().anyMatch(h -> !h.finite && DECISIVE.contains(h.signal))) {
      return State.NOT_FINITE;
    }
    if (silent > stallAfter()) {
      return State.STALLED;
    }
    return position.step < schedule.warmupSteps ? State.WARMUP : State.TRAINING;
  }

  private static final List<String> DECISIVE =
      List.of(
          org.trainingexporter.run.Health.Name.LOSS.label,
          org.trainingexporter.run.Health.Name.VALIDATION_LOSS.label,
          org.trainingexporter.run.Health.Name.GRADIENT_NORM.label);

  /** Counters from 0 end one short of the plan. */
  public boolean isFinished() {
    return position.ended || position.step >= schedule.steps - 1;
  }

  /** The part of the plan that is done: by steps, else by epochs; NaN where neither is planned. */
  public double progress() {
    if (position.step >= schedule.steps - 1) {
      return 1;
    }
    double bySteps = position.step / schedule.steps;
    double part = Double.isNaN(bySteps) ? position.epoch / schedule.epochs : bySteps;
    return Double.isFinite(part) ? Math.min(1, Math.max(0, part)) : Double.NaN;
  }

  /** Seconds of silence after which it counts as stalled. */
  public double stallAfter() {
    double usual = Double.isNaN(times.interval) ? 0 : 10 * times.interval;
    return Math.max(LEAST_STALL, Math.max(usual, 2 * times.longestGap));
  }

  /** Seconds until the plan is reached: as logged, else by the mean speed. */
  public double eta() {
    if (isFinished()) {
      return 0;
    }
    if (!Double.isNaN(times.eta)) {
      return times.eta;
    }
    return eta(schedule.steps, position.step, training.meanStepsPerSecond);
  }

  /** Seconds that a mean speed needs from a step to the plan; NaN where any of them is unknown. */
  static double eta(double plan, double step, double stepsPerSecond) {
    double left = (plan - step) / stepsPerSecond;
    return Double.isFinite(left) ? Math.max(0, left) : Double.NaN;
  }
}
