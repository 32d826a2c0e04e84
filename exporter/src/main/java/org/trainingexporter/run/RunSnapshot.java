package org.trainingexporter.run;

import java.util.List;
import java.util.Map;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.layer.ExpertLoads;
import org.trainingexporter.run.layer.LayersSnapshot;
import org.trainingexporter.run.position.PositionSnapshot;
import org.trainingexporter.run.position.ScheduleSnapshot;
import org.trainingexporter.run.signal.HealthSnapshot;
import org.trainingexporter.run.signal.SignalHealth;
import org.trainingexporter.run.signal.TimesSnapshot;
import org.trainingexporter.run.signal.TrainingSnapshot;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;
import org.trainingexporter.run.validation.ValidationSnapshot;

/**
 * What is known of a run, immutable. Numbers are in base units, times in seconds since 1970, and
 * NaN is unknown. Only {@link #state} depends on the time of asking.
 */
public record RunSnapshot(
    RunIdentity identity,
    PositionSnapshot position,
    TimesSnapshot times,
    TrainingSnapshot training,
    ScheduleSnapshot schedule,
    ValidationSnapshot validation,
    CountsSnapshot counts,
    List<HealthSnapshot> health,
    List<RunEvent> events,
    Map<String, Double> eventTimes,
    List<EvaluatedCheckpoint> checkpoints,
    double freeBytes,
    List<ExpertLoads> experts,
    Map<String, Double> deadExperts,
    LayersSnapshot layers,
    Map<String, Double> values,
    long valuesDropped) {

  private static final double ABANDONED_AFTER = 24 * 3600;
  private static final double LEAST_STALL = 600;

  /**
   * The first state that holds.
   *
   * @param now seconds since 1970
   */
  public TrainingState state(double now) {
    double silent = Math.max(0, now - times.newest());
    if (isFinished()) {
      return TrainingState.FINISHED;
    }
    if (silent >= ABANDONED_AFTER) {
      return TrainingState.ABANDONED;
    }
    if (health.stream().anyMatch(h -> !h.finite() && DECISIVE.contains(h.signal()))) {
      return TrainingState.NOT_FINITE;
    }
    if (silent > stallAfter()) {
      return TrainingState.STALLED;
    }
    return position.step() < schedule.warmupSteps() ? TrainingState.WARMUP : TrainingState.TRAINING;
  }

  private static final List<String> DECISIVE =
      List.of(
          SignalHealth.HealthSignal.LOSS.label,
          SignalHealth.HealthSignal.VALIDATION_LOSS.label,
          SignalHealth.HealthSignal.GRADIENT_NORM.label);

  /** Counters from 0 end one short of the plan. */
  public boolean isFinished() {
    return position.ended() || position.step() >= schedule.steps() - 1;
  }

  /** The part of the plan that is done: by steps, else by epochs; NaN where neither is planned. */
  public double progress() {
    if (position.step() >= schedule.steps() - 1) {
      return 1;
    }
    double bySteps = position.step() / schedule.steps();
    double part = Double.isNaN(bySteps) ? position.epoch() / schedule.epochs() : bySteps;
    return Double.isFinite(part) ? Math.min(1, Math.max(0, part)) : Double.NaN;
  }

  /** Seconds of silence after which it counts as stalled. */
  public double stallAfter() {
    double usual = Double.isNaN(times.interval()) ? 0 : 10 * times.interval();
    return Math.max(LEAST_STALL, Math.max(usual, 2 * times.longestGap()));
  }

  /** Seconds until the plan is reached: as logged, else by the mean speed. */
  public double eta() {
    if (isFinished()) {
      return 0;
    }
    if (!Double.isNaN(times.eta())) {
      return times.eta();
    }
    return eta(schedule.steps(), position.step(), training.meanStepsPerSecond());
  }

  /** Seconds that a mean speed needs from a step to the plan; NaN where any of them is unknown. */
  static double eta(double plan, double step, double stepsPerSecond) {
    double left = (plan - step) / stepsPerSecond;
    return Double.isFinite(left) ? Math.max(0, left) : Double.NaN;
  }
}
