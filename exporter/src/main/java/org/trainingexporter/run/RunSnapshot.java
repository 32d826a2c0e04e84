package org.trainingexporter.run;

import static org.trainingexporter.event.Unknown.UNKNOWN;
import static org.trainingexporter.event.Unknown.firstKnown;

import java.util.List;
import java.util.Map;
import org.trainingexporter.event.key.Signal;
import org.trainingexporter.run.cost.CostTerms;
import org.trainingexporter.run.cost.RunCost;
import org.trainingexporter.run.event.RunEvent;
import org.trainingexporter.run.forecast.LossForecast;
import org.trainingexporter.run.goodput.GoodputSnapshot;
import org.trainingexporter.run.health.HealthSignal;
import org.trainingexporter.run.health.HealthSnapshot;
import org.trainingexporter.run.host.HostFacts;
import org.trainingexporter.run.host.ProcessState;
import org.trainingexporter.run.layer.ExpertLoads;
import org.trainingexporter.run.layer.LayersSnapshot;
import org.trainingexporter.run.position.PositionSnapshot;
import org.trainingexporter.run.position.ScheduleSnapshot;
import org.trainingexporter.run.rank.RanksSnapshot;
import org.trainingexporter.run.signal.SignalsSnapshot;
import org.trainingexporter.run.time.StallRule;
import org.trainingexporter.run.time.TimesSnapshot;
import org.trainingexporter.run.validation.EvaluatedCheckpoint;
import org.trainingexporter.run.validation.ValidationSnapshot;
import org.trainingexporter.run.warning.WarningSnapshot;

/**
 * What is known of a run, immutable. Numbers are in base units, times in seconds since 1970, NaN is
 * unknown. Only {@link #state} and {@link #eta} depend on when they are asked. {@code ownName} is
 * the name that the run's writer gave it, or empty.
 */
public record RunSnapshot(
    RunIdentity identity,
    PositionSnapshot position,
    TimesSnapshot times,
    SignalsSnapshot signals,
    ScheduleSnapshot schedule,
    ValidationSnapshot validation,
    CountsSnapshot counts,
    List<HealthSnapshot> health,
    List<WarningSnapshot> warnings,
    List<RunEvent> events,
    Map<String, Double> eventTimes,
    List<EvaluatedCheckpoint> checkpoints,
    double freeBytes,
    List<ExpertLoads> experts,
    Map<String, Double> deadExperts,
    LayersSnapshot layers,
    Map<String, Double> values,
    long valuesDropped,
    Map<String, String> settings,
    String ownName,
    GoodputSnapshot goodput,
    LossForecast forecast,
    CostTerms costTerms,
    RanksSnapshot ranks,
    HostFacts host) {

  private static final double ABANDONED_AFTER = 24 * 3600;

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
    if (position.earlyEnd() != null || host.process() == ProcessState.GONE) {
      return TrainingState.ENDED;
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

  /**
   * How a run that is {@link TrainingState#ENDED} came to its end: by the log's own word, else its
   * process is gone. Null in every other state.
   *
   * @param now seconds since 1970
   */
  public String ending(double now) {
    if (state(now) != TrainingState.ENDED) {
      return null;
    }
    return position.earlyEnd() == null ? "process_gone" : position.earlyEnd().label;
  }

  private static final List<String> DECISIVE =
      List.of(
          HealthSignal.LOSS.label,
          HealthSignal.VALIDATION_LOSS.label,
          HealthSignal.GRADIENT_NORM.label);

  /** Whether the log says so, or the plan is reached; counters from 0 end one short of it. */
  public boolean isFinished() {
    boolean said = position.ended() && position.earlyEnd() == null;
    return said || position.step() >= schedule.steps() - 1;
  }

  /** The part of the plan that is done, by steps, else by epochs; unknown without a plan. */
  public double progress() {
    if (position.step() >= schedule.steps() - 1) {
      return 1;
    }
    double bySteps = position.step() / schedule.steps();
    double part = firstKnown(bySteps, position.epoch() / schedule.epochs());
    return Double.isFinite(part) ? Math.min(1, Math.max(0, part)) : UNKNOWN;
  }

  /** Seconds without a record after which it counts as stalled. */
  public double stallAfter() {
    return StallRule.after(times.interval(), times.longestGap());
  }

  /**
   * Seconds until the plan is reached: as logged, else by the mean speed. 0 when finished; unknown
   * where the training does not go on.
   *
   * @param now seconds since 1970
   */
  public double eta(double now) {
    TrainingState state = state(now);
    if (state == TrainingState.FINISHED) {
      return 0;
    }
    if (state != TrainingState.WARMUP && state != TrainingState.TRAINING) {
      return UNKNOWN;
    }
    double measured = schedule.secondsLeft(position.step(), signals.mean(Signal.STEPS_PER_SECOND));
    return firstKnown(times.eta(), measured);
  }

  /** How many cards the run has: configured, else the most that were ever joined; or unknown. */
  public double gpus() {
    return cost().cards();
  }

  /** The currency of its cost. */
  public String currency() {
    return costTerms.currency();
  }

  /** How many cards the run has and what they cost. */
  public RunCost cost() {
    return new RunCost(costTerms, host.cards());
  }

  /**
   * The price of all hours up to the newest record, or unknown.
   *
   * @param now seconds since 1970
   */
  public double costSoFar(double now) {
    return cost().of(goodput.at(now).total());
  }

  /**
   * The price of the run when the plan is reached, or unknown.
   *
   * @param now seconds since 1970
   */
  public double costAtEnd(double now) {
    return cost().of(goodput.at(now).total() + eta(now));
  }

  /** How many processes the training has, as its log says or else its processes; or unknown. */
  public double worldSize() {
    return firstKnown(ranks.worldSize(), host.job().worldSize());
  }

  /** The same run with what its machine shows. */
  public RunSnapshot with(HostFacts facts) {
    return new RunSnapshot(
        identity,
        position,
        times,
        signals,
        schedule,
        validation,
        counts,
        health,
        warnings,
        events,
        eventTimes,
        checkpoints,
        freeBytes,
        experts,
        deadExperts,
        layers,
        values,
        valuesDropped,
        settings,
        ownName,
        goodput,
        forecast,
        costTerms,
        ranks,
        facts);
  }
}
